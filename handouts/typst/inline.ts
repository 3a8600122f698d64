import type { PhrasingContent } from 'mdast'

import type { Book } from '../../src/course/book.ts'
import { besides } from '../../src/course/links.ts'
import type { Highlighter } from '../highlight.ts'
import { labelOf, targetOf } from '../model/links.ts'
import { literal } from './literal.ts'

/** What is the same for all blocks of a document. */
export interface TypstDocument {
  book: Book
  highlighter: Highlighter
  /** The places to which a link can jump. */
  labels: ReadonlySet<string>
  /** What has to be added to the depth of a heading. */
  deeper: number
}

/** What the printer has to know of the place where blocks stand. */
export interface TypstContext extends TypstDocument {
  /** Where links and images are read. */
  file: string
}

/** Runs of text as Typst markup that holds string literals only. */
export const inline = (nodes: readonly PhrasingContent[], context: TypstContext): string =>
  nodes.map((node) => phrase(node, context)).join('')

function phrase(node: PhrasingContent, context: TypstContext): string {
  switch (node.type) {
    case 'text':
      return `#text(${literal(node.value.replace(/\n/g, ' '))})`
    case 'inlineCode':
      return `#raw(${literal(node.value)})`
    case 'emphasis':
      return `#emph[${inline(node.children, context)}]`
    case 'strong':
      return `#strong[${inline(node.children, context)}]`
    case 'break':
      return '#linebreak()'
    case 'link':
      return link(node.url, inline(node.children, context), context)
    case 'image':
      return image(node.url, node.alt ?? '', context)
    default:
      return ''
  }
}

function link(url: string, words: string, { book, file, labels }: TypstContext): string {
  const target = targetOf(book, file, url)
  if (target.kind === 'web') return `#link(${literal(target.url)})[${words}]`
  const label = labelOf(target)
  return label !== undefined && labels.has(label) ? `#link(<${label}>)[${words}]` : words
}

const image = (url: string, alt: string, { file }: TypstContext): string =>
  `#image(${literal(`/${besides(file, url)}`)}, alt: ${literal(alt)})`
