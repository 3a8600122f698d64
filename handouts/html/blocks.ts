import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { slug } from 'github-slugger'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Code, Heading, Image, Link, Table } from 'mdast'
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'

import type { Book } from '../../src/course/book.ts'
import { besides } from '../../src/course/links.ts'
import { svgOf } from '../../src/timeline/svg.ts'
import type { Highlighter } from '../highlight.ts'
import {
  asText,
  captionOf,
  type Beside,
  type Block,
  type Folded,
  type Picture,
  type SeeAlso,
  type SideBySide,
} from '../model/blocks.ts'
import { labelOf, targetOf } from '../model/links.ts'

/** What is the same for all blocks of a document. */
export interface HtmlDocument {
  book: Book
  highlighter: Highlighter
  /** The file that holds the exercises, empty when it is this very document. */
  booklet: string
  /** A number that no other picture of the document has. */
  nextPicture: () => number
}

/** What the printer has to know of the place where blocks stand. */
export interface HtmlContext extends HtmlDocument {
  /** Where links and images are read. */
  file: string
  /** What the ids of headings begin with. */
  prefix: string
  /** What has to be added to the depth of a heading. */
  deeper: number
}

/** Blocks as HTML. */
export function hastOf(blocks: readonly Block[], context: HtmlContext): ElementContent[] {
  const root = toHast({ type: 'root', children: [...blocks] }, { handlers: handlersFor(context) })
  return 'children' in root ? (root.children as ElementContent[]) : []
}

const handlersFor = (context: HtmlContext): Handlers => ({
  beside: (state: State, { left, right }: Beside) =>
    h('div.columns', [h('div', childrenOf(state, left)), h('div', childrenOf(state, right))]),
  code: (_state: State, node: Code) => fence(node, context),
  folded: (state: State, node: Folded) =>
    h('details', h('summary', node.summary), childrenOf(state, node.children)),
  heading: (state: State, node: Heading) =>
    h(
      `h${Math.min(6, node.depth + context.deeper)}`,
      { id: `${context.prefix}-${slug(toString(node))}` },
      state.all(node),
    ),
  image: (_state: State, { url, alt }: Image) =>
    h('img', { src: dataAddress(url, context), alt: alt ?? '' }),
  link: (state: State, node: Link) => {
    const href = hrefOf(node.url, context)
    return href === undefined ? state.all(node) : h('a', { href }, state.all(node))
  },
  picture: (_state: State, node: Picture) => picture(node, context),
  seeAlso: (_state: State, { entries }: SeeAlso) =>
    h('p', entries.map(({ text }) => text).join(', ')),
  sideBySide: (state: State, { sides }: SideBySide) =>
    h(
      'div.pair',
      sides.map(({ columns, children }) =>
        h('div', { style: `--columns: ${columns}` }, childrenOf(state, children)),
      ),
    ),
  table: (state: State, node: Table) => h('div.table', defaultHandlers.table(state, node)),
})

const childrenOf = (state: State, children: Block[]): ElementContent[] =>
  state.wrap<ElementContent>(state.all({ type: 'root', children }), true)

/** A program, or what it prints. */
function fence(code: Code, { highlighter }: HtmlContext): ElementContent {
  const caption = captionOf(code)
  return h('figure.fence', [
    ...(caption === undefined ? [] : [h('figcaption', caption)]),
    highlighter.html(code.value, code.lang ?? 'text'),
  ])
}

function picture(node: Picture, context: HtmlContext): ElementContent {
  const { title, spans, frame } = node
  if (!spans) return fence(asText(node), context)
  const number = context.nextPicture()
  const hatch = number === 0 ? 'hatch' : `hatch-${number}`
  // It was made here, and everything in it is escaped.
  const svg = svgOf(title, spans, frame, { style: '', hatch, heading: false })
  return h('figure.timeline', [{ type: 'raw', value: svg }])
}

/** The `href` for an address in the source; undefined for what becomes plain text. */
function hrefOf(url: string, { book, file, booklet }: HtmlContext): string | undefined {
  const target = targetOf(book, file, url)
  if (target.kind === 'web') return target.url
  const label = labelOf(target)
  if (label === undefined) return undefined
  const anchor = target.kind === 'exercise' && target.anchor ? `-${target.anchor}` : ''
  return `${booklet}#${label}${anchor}`
}

const TYPES: Record<string, string> = { '.svg': 'svg+xml', '.jpg': 'jpeg', '.jpeg': 'jpeg' }

function dataAddress(url: string, { book, file: from }: HtmlContext): string {
  const file = join(book.root, besides(from, url))
  // The laws have complained of it.
  if (!existsSync(file)) return ''
  const type = TYPES[extname(file)] ?? extname(file).slice(1)
  return `data:image/${type};base64,${readFileSync(file).toString('base64')}`
}
