import { slug } from 'github-slugger'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Code, Heading, Image, Link, Table } from 'mdast'
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'

import { rowsOf } from '../../src/timeline/picture.ts'
import { svgOf } from '../../src/timeline/svg.ts'
import type { Beside, Block, Folded, Pair, Picture, SeeAlso } from '../model/blocks.ts'
import { CAPTIONS } from '../typst/blocks.ts'
import { NOT_RECORDED } from '../typst/picture.ts'
import type { Scope } from './scope.ts'

/** Blocks as HTML. */
export function hastOf(blocks: readonly Block[], scope: Scope): ElementContent[] {
  const root = toHast({ type: 'root', children: [...blocks] }, { handlers: handlersFor(scope) })
  return 'children' in root ? (root.children as ElementContent[]) : []
}

const handlersFor = (scope: Scope): Handlers => ({
  beside: (state: State, { left, right }: Beside) =>
    h('div.columns', [h('div', childrenOf(state, left)), h('div', childrenOf(state, right))]),
  code: (_state: State, node: Code) => fence(node, scope),
  folded: (state: State, node: Folded) =>
    h('details', h('summary', node.summary), childrenOf(state, node.children)),
  heading: (state: State, node: Heading) =>
    h(
      `h${Math.min(6, node.depth + scope.deeper)}`,
      { id: `${scope.prefix}-${slug(toString(node))}` },
      state.all(node),
    ),
  image: (_state: State, { url, alt }: Image) =>
    h('img', { src: scope.imageAt(url), alt: alt ?? '' }),
  link: (state: State, node: Link) => {
    const href = scope.hrefOf(node.url)
    return href === undefined ? state.all(node) : h('a', { href }, state.all(node))
  },
  pair: (state: State, { left, right }: Pair) =>
    sideBySide(
      [left, right].map(({ columns, children }) => [columns, childrenOf(state, children)]),
    ),
  picture: (_state: State, node: Picture) => picture(node, scope),
  seeAlso: (_state: State, { entries }: SeeAlso) =>
    h('p', entries.map(({ text }) => text).join(', ')),
  table: (state: State, node: Table) => h('div.table', defaultHandlers.table(state, node)),
})

/** Each side is as wide as its widest line of code, in columns. */
export const sideBySide = (sides: [columns: number, children: ElementContent[]][]) =>
  h(
    'div.pair',
    sides.map(([columns, children]) => h('div', { style: `--columns: ${columns}` }, children)),
  )

const childrenOf = (state: State, children: Block[]): ElementContent[] =>
  state.wrap<ElementContent>(state.all({ type: 'root', children }), true)

/** A program, or what it prints. */
export function fence({ lang, value, data }: Code, { highlighter }: Scope): ElementContent {
  const caption = data?.caption ?? CAPTIONS[lang ?? '']
  return h('figure.fence', [
    ...(caption === undefined ? [] : [h('figcaption', caption)]),
    highlighter.html(value, lang ?? 'text'),
  ])
}

function picture({ text, title, spans }: Picture, scope: Scope): ElementContent {
  if (!spans) {
    return h('figure.fence', [h('figcaption', NOT_RECORDED), scope.highlighter.html(text, 'text')])
  }
  const frame = rowsOf(text).map((row) => row.span)
  const hatch = `hatch-${scope.nextPicture()}`
  return drawing(svgOf(title, spans, frame, { style: '', hatch, heading: false }))
}

/** An SVG as it is: it was made here, and everything in it is escaped. */
export const drawing = (svg: string): ElementContent =>
  h('figure.timeline', [{ type: 'raw', value: svg }])
