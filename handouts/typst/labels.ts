import { unitsOf, type Book } from '../model/book.ts'
import { chapterLabel, exerciseLabel } from './inline.ts'

/** The places within the sheets to which links can lead. */
export const exerciseLabels = (book: Book): Set<string> =>
  new Set(unitsOf(book).map(({ exercise }) => exerciseLabel(exercise.slug)))

/** The places within a booklet, which has chapters as well. */
export const bookletLabels = (book: Book): Set<string> =>
  new Set([...exerciseLabels(book), ...book.chapters.map(({ folder }) => chapterLabel(folder))])
