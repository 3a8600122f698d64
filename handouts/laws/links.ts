import { visit } from 'unist-util-visit'

import type { Complaint } from '../complaint.ts'
import type { Book } from '../model/book.ts'
import { targetOf } from '../model/links.ts'
import { lineOf, type Source } from '../model/source.ts'

/** Law: a link leads to something that is there. */
export function linksLead(source: Source, book: Book): Complaint[] {
  const complaints: Complaint[] = []
  visit(source.tree, 'link', (link) => {
    const target = targetOf(book, source, link.url)
    if (target.kind !== 'broken') return
    complaints.push({
      file: source.file,
      line: lineOf(link),
      sentence: `A link ${target.why}.`,
    })
  })
  return complaints
}
