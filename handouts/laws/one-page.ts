import { unitsOf, type Book } from '../../src/course/book.ts'
import type { Violation } from '../../src/course/violation.ts'
import type { Fact } from '../typst/typst.ts'

/** Law: a sheet, and what hangs on the wall, is one page. */
export function sheetsAreOnePage(book: Book, facts: readonly Fact[]): Violation[] {
  const files = new Map([
    ...unitsOf(book).map(({ exercise, lesson }) => [exercise.slug, lesson.file] as const),
    ...book.leaflets.map(({ name, source }) => [name, source.file] as const),
  ])
  return [...files]
    .filter(([name]) => new Set(pagesOf(facts, name)).size > 1)
    .map(([, file]) => ({
      file,
      message:
        'This does not fit one page of paper, not even in the smallest letters that can be read ' +
        'well: shorten it.',
    }))
}

const pagesOf = (facts: readonly Fact[], wanted: string): number[] =>
  facts.filter(({ name }) => name === wanted).map(({ page }) => page)
