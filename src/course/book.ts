import { mistakesOf, readCourse, type Exercise } from './catalog.ts'
import { readSource, type Source } from './lesson.ts'
import { headerAt, type MistakeHeader } from './mistake-header.ts'
import { textOf } from './text-of.ts'

/** Everything that is written about the course, parsed once. */
export interface Book {
  root: string
  chapters: Chapter[]
  leaflets: Leaflet[]
}

export interface Chapter {
  /** `01-the-post` */
  folder: string
  page: Source
  units: Unit[]
}

/** An exercise with everything that is written about it; what is missing is empty. */
export interface Unit {
  exercise: Exercise
  lesson: Source
  notes: Source
  stub: string
  solution: string
  mistakes: Mistake[]
}

interface Mistake {
  file: string
  /** What the mistake says about itself, or what is wrong with that, as a sentence. */
  header: MistakeHeader | string
}

/** The pages that stand beside the booklets, in the order in which they are listed. */
const LEAFLETS = ['plan', 'typescript', 'cheat-sheet', 'misconceptions'] as const
export type LeafletName = (typeof LEAFLETS)[number]

interface Leaflet {
  name: LeafletName
  source: Source
}

/** Reads some exercises of a course with their chapters; all of them, where nothing else is said. */
export function readBook(
  root: string,
  exercises: readonly Exercise[] = readCourse(root),
  chapters: readonly string[] = [...new Set(exercises.map(chapterOf))],
): Book {
  return {
    root,
    chapters: chapters.map((folder) => ({
      folder,
      page: readSource(root, `exercises/${folder}/README.md`),
      units: exercises.filter((one) => chapterOf(one) === folder).map((one) => unit(root, one)),
    })),
    leaflets: LEAFLETS.map((name) => ({
      name,
      source: readSource(root, `handouts/pages/${name}.md`),
    })),
  }
}

const chapterOf = ({ path }: Exercise): string => path.split('/')[0] ?? ''

const unit = (root: string, exercise: Exercise): Unit => ({
  exercise,
  lesson: readSource(root, `exercises/${exercise.path}/README.md`),
  notes: readSource(root, `solutions/${exercise.path}/README.md`),
  stub: textOf(root, exercise.stub),
  solution: textOf(root, exercise.solution),
  mistakes: mistakesOf(root, exercise).map((file) => ({ file, header: headerAt(root, file) })),
})

/** All exercises of a book, in their order. */
export const unitsOf = ({ chapters }: Book): Unit[] => chapters.flatMap(({ units }) => units)

/** The Markdown of a book, as far as it is there. */
export const sourcesOf = (book: Book): Source[] =>
  [
    ...book.chapters.map(({ page }) => page),
    ...unitsOf(book).flatMap(({ lesson, notes }) => [lesson, notes]),
    ...book.leaflets.map(({ source }) => source),
  ].filter(({ exists }) => exists)
