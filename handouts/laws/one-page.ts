import type { Complaint } from '../complaint.ts'
import { unitsOf, type Book } from '../model/book.ts'
import { PAGES, pageFile } from '../model/pages.ts'

/** On which page of the printed handout something begins or ends; see `fact` in `template.typ`. */
export interface Fact {
  name: string
  page: number
}

/** Law: a sheet, and what hangs on the wall, is one page. */
export function sheetsAreOnePage(book: Book, facts: readonly Fact[]): Complaint[] {
  return [...new Set(facts.map(({ name }) => name))]
    .filter((name) => new Set(pagesOf(facts, name)).size > 1)
    .map((name) => ({
      file: sourceOf(book, name),
      line: 1,
      sentence:
        'This does not fit one page of paper, not even in the smallest letters that can be read ' +
        'well: shorten it.',
    }))
}

const pagesOf = (facts: readonly Fact[], wanted: string): number[] =>
  facts.filter(({ name }) => name === wanted).map(({ page }) => page)

function sourceOf(book: Book, name: string): string {
  const page = PAGES.find((one) => one === name)
  if (page) return pageFile(page)
  return unitsOf(book).find(({ exercise }) => exercise.slug === name)?.lesson.file ?? name
}
