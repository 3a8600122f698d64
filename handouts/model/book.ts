import type { Exercise } from '../../src/course/catalog.ts'
import { mistakesOf, readCourse } from '../../src/course/catalog.ts'
import { textOf } from '../../src/author/laws/law.ts'
import { headerOf, type MistakeHeader } from '../../src/course/mistake-header.ts'
import { readSource, type Source } from './source.ts'

/** The course as the handouts show it. */
export interface Book {
  root: string
  chapters: Chapter[]
}

export interface Chapter {
  /** `01-the-post` */
  folder: string
  page: Source
  units: Unit[]
}

/** An exercise with everything that is written about it. */
export interface Unit {
  exercise: Exercise
  lesson: Source
  notes: Source
  /** Minutes that the trainer's notes give it; undefined where they do not say. */
  minutes: number | undefined
  stub: string
  solution: string
  mistakes: Mistake[]
}

export interface Mistake extends MistakeHeader {
  file: string
}

/** Reads the course; what is missing comes out empty. */
export function readBook(root: string): Book {
  const course = readCourse(root)
  const folders = [...new Set(course.map(({ path }) => chapterOf(path)))]
  return {
    root,
    chapters: folders.map((folder) => ({
      folder,
      page: readSource(root, `exercises/${folder}/README.md`),
      units: course.filter(({ path }) => chapterOf(path) === folder).map((one) => unit(root, one)),
    })),
  }
}

/** All exercises of a book, in their order. */
export const unitsOf = (book: Book): Unit[] => book.chapters.flatMap(({ units }) => units)

const chapterOf = (path: string): string => path.split('/')[0] ?? ''

function unit(root: string, exercise: Exercise): Unit {
  const notes = `solutions/${exercise.path}/README.md`
  const [, minutes] = /^Minutes: (\d+)$/m.exec(textOf(root, notes)) ?? []
  return {
    exercise,
    lesson: readSource(root, `exercises/${exercise.path}/README.md`),
    notes: readSource(root, notes),
    minutes: minutes === undefined ? undefined : Number(minutes),
    stub: textOf(root, exercise.stub),
    solution: textOf(root, exercise.solution),
    mistakes: mistakesOf(root, exercise).flatMap((file) => mistake(root, file)),
  }
}

/** A mistake without a header is the laws' business, and has nothing to tell here. */
function mistake(root: string, file: string): Mistake[] {
  try {
    return [{ file, ...headerOf(file, textOf(root, file)) }]
  } catch {
    return []
  }
}
