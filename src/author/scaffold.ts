import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { chapterPage, lessonPage, notesPage, solution, stub, testFile } from './scaffold-texts.ts'
import { nameOf, readCourseFiles, type CourseFiles } from './laws/law.ts'
import { twoDigits } from './laws/numbers.ts'

/** What is to be written for a new exercise; paths are relative to the repository, with `/`. */
export interface Scaffold {
  /** Its number, as people say it: `6.1`. */
  number: string
  files: { path: string; text: string }[]
  /** Folders that are left empty. */
  folders: string[]
}

/** Why there is nothing to write, as a sentence. */
export interface Refusal {
  refusal: string
}

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/**
 * Plans the mirrors of a new exercise at the end of a chapter. The chapter is given by its number
 * or its folder; one that does not exist yet by the folder that it shall have.
 */
export function planExercise(root: string, chapter: string, slug: string): Scaffold | Refusal {
  const course = readCourseFiles(root)
  const folder = chapterFolder(course, chapter)
  const refusal = whyNoSlug(course, slug) ?? whyNoChapter(course, chapter, folder)
  if (refusal !== undefined || folder === undefined) return { refusal: refusal ?? '' }

  const scaffold = scaffoldOf(course, folder, slug)
  const there = [...scaffold.files.map(({ path }) => path), ...scaffold.folders]
    .flatMap(withParents)
    .find((path) => existsSync(join(root, path)))
  return there === undefined
    ? scaffold
    : { refusal: `${there} exists already, and nothing is ever overwritten: move it away first.` }
}

function whyNoSlug({ folders }: CourseFiles, slug: string): string | undefined {
  if (!SLUG.test(slug))
    return `The slug "${slug}" is not in kebab-case: use small letters and digits, with single hyphens between the words.`
  const taken = folders.find((folder) => nameOf(folder)?.slug === slug)
  return taken && `${taken} is called ${slug} already: find another slug.`
}

function whyNoChapter(
  { chapters }: CourseFiles,
  asked: string,
  folder: string | undefined,
): string | undefined {
  if (folder !== undefined) return undefined
  const next = twoDigits(nextNumber(chapters))
  return (
    `There is no chapter "${asked}". There are: ${chapters.join(', ') || 'none'}. ` +
    `To open the next one, give its full name, such as ${next}-many-customers.`
  )
}

/** The folder that is meant: one that is there, or the next one. */
function chapterFolder({ chapters }: CourseFiles, asked: string): string | undefined {
  const known = chapters.find((one) => one === asked || numberOf(one) === numberIn(asked))
  if (known !== undefined) return known
  return nameOf(asked)?.number === nextNumber(chapters) ? asked : undefined
}

const numberOf = (folder: string): number | undefined => nameOf(folder)?.number

const numberIn = (asked: string): number => (/^\d+$/.test(asked) ? Number(asked) : NaN)

const nextNumber = (folders: readonly string[]): number =>
  1 + Math.max(0, ...folders.map((folder) => numberOf(folder) ?? 0))

function scaffoldOf({ chapters, folders }: CourseFiles, chapter: string, slug: string): Scaffold {
  const place = nextNumber(folders.filter((folder) => folder.startsWith(`${chapter}/`)))
  const number = `${numberOf(chapter)}.${place}`
  const path = `${chapter}/${twoDigits(place)}-${slug}`
  const page = { path: `exercises/${chapter}/README.md`, text: chapterPage(chapter) }
  return {
    number,
    files: [
      ...(chapters.includes(chapter) ? [] : [page]),
      { path: `exercises/${path}/README.md`, text: lessonPage(number, slug) },
      { path: `exercises/${path}/${slug}.ts`, text: stub },
      { path: `solutions/${path}/README.md`, text: notesPage(number, slug) },
      { path: `solutions/${path}/${slug}.ts`, text: solution },
      { path: `test/${path}/${slug}.test.ts`, text: testFile(path, slug) },
    ],
    folders: [`test/${path}/mistakes`, `test/${path}/accepted`],
  }
}

/** A path and the folder of the exercise or chapter, should a file lie in its place. */
const withParents = (path: string): string[] => [path.split('/').slice(0, 3).join('/'), path]
