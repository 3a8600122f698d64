import type { Code, List, ListItem, Table, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'

import type { Token } from '../highlight.ts'
import {
  asText,
  captionOf,
  type Block,
  type Folded,
  type SeeAlso,
  type Side,
  type SideBySide,
} from '../model/blocks.ts'
import { inline, type TypstContext } from './inline.ts'
import { literal } from './literal.ts'
import { picture } from './picture.ts'

/** Blocks as Typst markup, one paragraph of source each. */
export const typstOf = (blocks: readonly Block[], context: TypstContext): string =>
  blocks
    .map((block, index) => {
      const written = write(block, context)
      const leads =
        leadsOn(blocks, index) || (block.type === 'paragraph' && leadsOn(blocks, index + 1))
      return leads ? `#lead[${written}]` : written
    })
    .join('\n\n')

/** A paragraph that must not be parted from what follows it. */
function leadsOn(blocks: readonly Block[], index: number): boolean {
  const [block, next] = blocks.slice(index, index + 2)
  if (block?.type !== 'paragraph') return false
  const belongs = next && ['list', 'seeAlso', 'table'].includes(next.type)
  return belongs === true || toString(block).endsWith(':')
}

function write(block: Block, context: TypstContext): string {
  switch (block.type) {
    case 'paragraph':
      return inline(block.children, context)
    case 'heading':
      return `#section(level: ${block.depth + context.deeper})[${inline(block.children, context)}]`
    case 'code':
      return fence(block, context)
    case 'list':
      return list(block, context)
    case 'table':
      return table(block, context)
    case 'blockquote':
      return `#quote(block: true)[${typstOf(block.children as Block[], context)}]`
    case 'folded':
      return folded(block, context)
    case 'sideBySide':
      return sideBySide(block, context)
    case 'picture':
      return block.spans
        ? picture(block.title, block.spans, block.frame)
        : fence(asText(block), context)
    case 'beside':
      return `#beside[${typstOf(block.left, context)}][${typstOf(block.right, context)}]`
    case 'seeAlso':
      return seeAlso(block)
  }
}

/** `size` is a Typst expression for the size of the letters. */
function fence(code: Code, { highlighter }: TypstContext, size = 'auto'): string {
  const { lang, value } = code
  const caption = captionOf(code)
  const isProgram = lang === 'python' || lang === 'ts'
  const lines = isProgram ? highlighter.tokens(value, lang).map(codeLine) : []
  return (
    `#fence(${caption === undefined ? 'none' : literal(caption)}, ${literal(value)}, ` +
    `(${lines.map((line) => `${line},`).join('\n')}), size: ${size})`
  )
}

/** The words of a line with their kinds, one after the other. */
const codeLine = (tokens: readonly Token[]): string =>
  `(${tokens.map(({ text, kind }) => `(${literal(kind)}, ${literal(text)}),`).join(' ')})`

function sideBySide({ sides }: SideBySide, context: TypstContext): string {
  const written = sides.map((one) => `(${one.columns}, ${side(one, context)}),`)
  return `#sides((${written.join('\n')}))`
}

/** A program and what belongs to it, as a function of the size of its letters. */
function side({ children }: Side, context: TypstContext): string {
  const blocks = children.map((block) =>
    block.type === 'code' ? fence(block, context, 'size') : `#aside[${write(block, context)}]`,
  )
  return `size => [${blocks.join('\n')}]`
}

function list({ ordered, start, spread, children }: List, context: TypstContext): string {
  const items = children.map((item: ListItem) => `[${typstOf(item.children as Block[], context)}]`)
  const kind = ordered ? `enum(start: ${start ?? 1}, ` : 'list('
  return `#${kind}tight: ${spread ? 'false' : 'true'}, ${items.join(', ')})`
}

function table({ align, children }: Table, context: TypstContext): string {
  const [head, ...rows] = children.map(({ children: cells }) =>
    cells.map((cell) => `[${inline(cell.children, context)}]`).join(', '),
  )
  const widths = widthsOf(children)
  const alignment = widths.map((_, index) => align?.[index] ?? 'left')
  return (
    `#grid-table((${columns(widths)},), (${alignment.join(', ')},), table.header(${head ?? ''}),\n` +
    `${rows.map((row) => `${row},\n`).join('')})`
  )
}

/** Characters of the longest cell of each column. */
const widthsOf = (rows: readonly TableRow[]): number[] =>
  (rows[0]?.children ?? []).map((_, column) =>
    Math.max(...rows.map((row) => toString(row.children[column] ?? '').length)),
  )

/** Characters that fit a line of a page. */
const LINE = 96

/** A table that is too wide shares out the page; what is longer gets more room, and more lines. */
const columns = (widths: readonly number[]): string =>
  widths.reduce((sum, width) => sum + width, 0) > LINE
    ? widths.map((width) => `${Math.ceil(10 * Math.sqrt(width))}fr`).join(', ')
    : widths.map(() => 'auto').join(', ')

const folded = ({ summary, children }: Folded, context: TypstContext): string =>
  `#folded(${literal(summary)})[${typstOf(children, context)}]`

const seeAlso = ({ entries }: SeeAlso): string =>
  `#see-also(${entries.map(({ label, text }) => `(${literal(text)}, <${label}>),`).join(' ')})`
