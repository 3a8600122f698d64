import { existsSync, readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'

import type { Book } from '../model/book.ts'
import { targetOf, type Target } from '../model/links.ts'
import type { Source } from '../model/source.ts'
import { labelOf } from '../typst/inline.ts'
import type { Highlighter } from '../highlight.ts'

/** What the writer has to know of the document into which it writes a source. */
export interface Scope {
  /** The `href` for an address in the source; undefined for what becomes plain text. */
  hrefOf: (url: string) => string | undefined
  /** An image as a `data:` address. */
  imageAt: (url: string) => string
  /** What the ids of headings begin with. */
  prefix: string
  /** What has to be added to the depth of a heading. */
  deeper: number
  highlighter: Highlighter
  /** A number that no other picture of the document has. */
  nextPicture: () => number
}

/** A document, as the scopes of its sources share it. */
export interface Place {
  book: Book
  highlighter: Highlighter
  /** The file that holds the exercises, empty when it is this very document. */
  booklet: string
}

/** Makes the scopes for the sources of one document. */
export function scopes({ book, highlighter, booklet }: Place) {
  let pictures = 0
  return (source: Source, prefix: string, deeper: number): Scope => ({
    hrefOf: (url) => hrefOf(targetOf(book, source, url), booklet),
    imageAt: (url) => dataAddress(join(book.root, posix.dirname(source.file), url)),
    prefix,
    deeper,
    highlighter,
    nextPicture: () => (pictures += 1),
  })
}

function hrefOf(target: Target, booklet: string): string | undefined {
  if (target.kind === 'web') return target.url
  const label = labelOf(target)
  if (label === undefined) return undefined
  const anchor = target.kind === 'exercise' && target.anchor ? `-${target.anchor}` : ''
  return `${booklet}#${label}${anchor}`
}

const TYPES: Record<string, string> = { '.svg': 'svg+xml', '.jpg': 'jpeg', '.jpeg': 'jpeg' }

function dataAddress(file: string): string {
  // The laws have complained of it.
  if (!existsSync(file)) return ''
  const type = TYPES[extname(file)] ?? extname(file).slice(1)
  return `data:image/${type};base64,${readFileSync(file).toString('base64')}`
}
