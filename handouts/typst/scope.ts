import { posix } from 'node:path'

import type { Highlighter } from '../highlight.ts'
import type { Book } from '../model/book.ts'
import { targetOf } from '../model/links.ts'
import type { Source } from '../model/source.ts'
import type { Scope } from './inline.ts'

/** What the documents have in common. */
export interface Desk {
  book: Book
  highlighter: Highlighter
}

/** What the writer has to know to write a source into a document with these places. */
export const scopeFor =
  ({ book, highlighter }: Desk, labels: ReadonlySet<string>, deeper = 1) =>
  (source: Source): Scope => ({
    targetOf: (url) => targetOf(book, source, url),
    hasLabel: (label) => labels.has(label),
    deeper,
    tokensOf: highlighter.tokens,
    imageAt: (url) => posix.join(posix.dirname(source.file), url),
  })
