import type { Violation } from '../../course/violation.ts'
import { nameOf, somewhere, type CourseFiles } from './law.ts'

/** Law: chapters, and the exercises of each chapter, are numbered 01, 02, 03, … */
export function numbersFollowEachOther({ root, chapters, folders }: CourseFiles): Violation[] {
  const ofChapters = chapters.map((chapter) =>
    folders.filter((folder) => folder.startsWith(`${chapter}/`)),
  )
  return [chapters, ...ofChapters].flatMap((siblings) =>
    misnumbered(siblings).map(({ folder, message }) => ({
      file: somewhere(root, folder),
      message,
    })),
  )
}

/** Folders whose number does not follow the one before. */
function misnumbered(siblings: readonly string[]): { folder: string; message: string }[] {
  const found: { folder: string; message: string }[] = []
  let [last, before] = [0, '']
  for (const folder of siblings) {
    const number = nameOf(folder)?.number
    if (number === undefined) continue
    const wanted = twoDigits(last + 1)
    if (number === last && before !== '')
      found.push({ folder, message: `${before} has this number already: take a free one.` })
    else if (number !== last + 1)
      found.push({ folder, message: `The number ${wanted} is missing: give it to this folder.` })
    ;[last, before] = [number, folder]
  }
  return found
}

/** A number as folders have it: `03`. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Law: a slug names one exercise in the whole course. */
export function slugsAreUnique({ root, folders }: CourseFiles): Violation[] {
  return folders.flatMap((folder, index) => {
    const slug = nameOf(folder)?.slug
    if (slug === undefined) return []
    const other = folders.slice(0, index).find((one) => nameOf(one)?.slug === slug)
    if (other === undefined) return []
    const message = `${other} is called ${slug} as well, and commands could not tell them apart: find another name.`
    return [{ file: somewhere(root, folder), message }]
  })
}
