import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { MIRRORS, nameOf, violations, type CourseFiles, type Law } from './law.ts'

/** The files that each exercise has in each mirror, and what to write there. */
const EXPECTED = (folder: string, slug: string): [file: string, todo: string][] => [
  [`exercises/${folder}/README.md`, 'write the lesson'],
  [`exercises/${folder}/${slug}.ts`, 'write the stub, with one // TODO comment'],
  [`solutions/${folder}/${slug}.ts`, 'write the reference solution'],
  [`solutions/${folder}/README.md`, "write the trainer's notes"],
  [`test/${folder}/${slug}.test.ts`, 'write what a right answer does'],
]

/** Law: an exercise that lies in one mirror has its files in all of them. */
export const mirrorsAreComplete: Law = ({ exercises, files }) =>
  exercises.flatMap(({ path, slug }) =>
    EXPECTED(path, slug)
      .filter(([file]) => !files.includes(file))
      .map(([file, todo]) => ({ file, message: `The file is missing: ${todo}.` })),
  )

/** Law: nothing lies in the mirrors that has no place there. */
export const nothingIsStray: Law = ({ files }) =>
  files
    .filter((file) => !belongs(file))
    .map((file) => ({
      file,
      message: 'Nobody looks for this file here: move it to where it belongs, or delete it.',
    }))

/** A folder with a wrong name has a law of its own; its files are not counted one by one. */
function belongs(file: string): boolean {
  const [mirror, chapter = '', folder, ...rest] = file.split('/')
  if (folder === undefined) return false
  if (!nameOf(chapter)) return true
  if (rest.length === 0) return mirror === 'exercises' && folder === 'README.md'
  const slug = nameOf(folder)?.slug
  return slug === undefined || inFolder(mirror, slug).test(rest.join('/'))
}

function inFolder(mirror: string | undefined, slug: string): RegExp {
  if (mirror === 'test') return new RegExp(`^(${slug}\\.test|(mistakes|accepted)/[^/]+)\\.ts$`)
  // Copies of an answer that `npm run reset` has put aside.
  const kept = mirror === 'exercises' ? '|[^/]*\\.bak[^/]*' : ''
  return new RegExp(`^(README\\.md|${slug}\\.ts${kept})$`)
}

/** Law: folders are called `03-chained-handlers`: two digits and a slug in kebab-case. */
export const foldersAreNamed: Law = ({ root, chapters, folders }) =>
  ofEachFolder(root, [...chapters, ...folders], (folder) =>
    nameOf(folder)
      ? undefined
      : 'Call the folder by two digits and a slug, such as 03-chained-handlers, in every mirror.',
  )

/** Law: chapters, and the exercises of each chapter, are numbered 01, 02, 03, … */
export const numbersFollowEachOther: Law = ({ root, chapters, folders }) =>
  [chapters, ...chapters.map((chapter) => inChapter(folders, chapter))].flatMap((siblings) =>
    ofEachFolder(root, siblings.filter(nameOf), (folder, before) => {
      const next = before === undefined ? 1 : numberOf(before) + 1
      if (numberOf(folder) === next) return undefined
      return numberOf(folder) === next - 1
        ? `${before} has this number already: take a free one.`
        : `The number ${twoDigits(next)} is missing: give it to this folder.`
    }),
  )

/** Law: a slug names one exercise in the whole course. */
export const slugsAreUnique: Law = ({ root, folders }) =>
  ofEachFolder(root, folders.filter(nameOf), (folder) => {
    const { slug } = nameOf(folder) ?? {}
    const [first] = folders.filter((one) => nameOf(one)?.slug === slug)
    if (first === folder) return undefined
    return `${first} is called ${slug} as well, and commands could not tell them apart: find another name.`
  })

/** A folder is named with the first mirror in which it lies. */
const ofEachFolder = (
  root: string,
  folders: readonly string[],
  check: (folder: string, before: string | undefined) => string | undefined,
) =>
  folders.flatMap((folder, index) => {
    const mirror = MIRRORS.find((one) => existsSync(join(root, one, folder))) ?? 'test'
    return violations(`${mirror}/${folder}`, [check(folder, folders[index - 1]) ?? []].flat())
  })

/** The folders of a chapter's exercises. */
export const inChapter = (folders: CourseFiles['folders'], chapter: string): string[] =>
  folders.filter((folder) => folder.startsWith(`${chapter}/`))

/** The number that a folder's name tells; 0 where it tells none. */
export const numberOf = (folder: string): number => nameOf(folder)?.number ?? 0

/** A number as folders have it: `03`. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0')
