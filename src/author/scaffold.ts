import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { exerciseAt } from '../course/catalog.ts'
import { inChapter, numberOf, twoDigits } from './laws/folders.ts'
import { nameOf, readCourseFiles, type CourseFiles } from './laws/law.ts'
import { chapterPage, lessonPage, notesPage, solution, stub, testFile } from './scaffold-texts.ts'

/** What is to be written for a new exercise; paths are relative to the repository, with `/`. */
export interface Scaffold {
  /** Its number, as people say it: `6.1`. */
  number: string
  /** Texts by their paths. */
  files: Record<string, string>
  /** Folders that are left empty. */
  folders: string[]
}

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/**
 * Plans the mirrors of a new exercise at the end of a chapter. The chapter is given by its number
 * or its folder; one that does not exist yet by the folder that it shall have.
 *
 * @throws Error with a sentence that says why there is nothing to write.
 */
export function planExercise(root: string, chapter: string, slug: string): Scaffold {
  const course = readCourseFiles(root)
  refuseSlug(course, slug)
  const scaffold = scaffoldOf(course, chapterFolder(course, chapter), slug)
  const there = [...Object.keys(scaffold.files), ...scaffold.folders]
    .flatMap((path) => [path.split('/').slice(0, 3).join('/'), path])
    .find((path) => existsSync(join(root, path)))
  if (there === undefined) return scaffold
  throw new Error(`${there} exists already, and nothing is ever overwritten: move it away first.`)
}

function refuseSlug({ folders }: CourseFiles, slug: string): void {
  if (!SLUG.test(slug))
    throw new Error(
      `The slug "${slug}" is not in kebab-case: use small letters and digits, with single hyphens between the words.`,
    )
  const taken = folders.find((folder) => nameOf(folder)?.slug === slug)
  if (taken !== undefined) throw new Error(`${taken} is called ${slug} already: find another slug.`)
}

/** The folder that is meant: one that is there, or the next one. */
function chapterFolder({ chapters }: CourseFiles, asked: string): string {
  const number = Number(asked) || undefined
  const known = chapters.find((one) => one === asked || numberOf(one) === number)
  if (known !== undefined) return known
  const next = nextNumber(chapters)
  if (nameOf(asked)?.number === next) return asked
  throw new Error(
    `There is no chapter "${asked}". There are: ${chapters.join(', ') || 'none'}. ` +
      `To open the next one, give its full name, such as ${twoDigits(next)}-many-customers.`,
  )
}

const nextNumber = (folders: readonly string[]): number => 1 + Math.max(0, ...folders.map(numberOf))

function scaffoldOf({ chapters, folders }: CourseFiles, chapter: string, slug: string): Scaffold {
  const folder = `${twoDigits(nextNumber(inChapter(folders, chapter)))}-${slug}`
  const exercise = exerciseAt(chapter, folder)
  const { number, path } = exercise
  return {
    number,
    files: {
      ...(chapters.includes(chapter)
        ? {}
        : { [`exercises/${chapter}/README.md`]: chapterPage(chapter) }),
      [`exercises/${path}/README.md`]: lessonPage(number, slug),
      [exercise.stub]: stub,
      [`solutions/${path}/README.md`]: notesPage(number, slug),
      [exercise.solution]: solution,
      [exercise.test]: testFile(path, slug),
    },
    folders: [`test/${path}/mistakes`, `test/${path}/accepted`],
  }
}
