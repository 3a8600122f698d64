import type { Code, List, ListItem, Table, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'

import type { Token } from '../highlight.ts'
import type { Block, Folded, Pair, SeeAlso, Side } from '../model/blocks.ts'
import { inline, type Scope } from './inline.ts'
import { literal } from './literal.ts'
import { picture } from './picture.ts'

/** What a fence is called in print. */
export const CAPTIONS: Record<string, string> = {
  python: 'Python',
  ts: 'TypeScript',
  text: 'Output',
}

/** Blocks as Typst markup, one paragraph of source each. */
export const typstOf = (blocks: readonly Block[], scope: Scope): string =>
  blocks
    .map((block, index) => {
      const written = write(block, scope)
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

function write(block: Block, scope: Scope): string {
  switch (block.type) {
    case 'paragraph':
      return inline(block.children, scope)
    case 'heading':
      return `#section(level: ${block.depth + scope.deeper})[${inline(block.children, scope)}]`
    case 'code':
      return fence(block, scope)
    case 'list':
      return list(block, scope)
    case 'table':
      return table(block, scope)
    case 'blockquote':
      return `#quote(block: true)[${typstOf(block.children as Block[], scope)}]`
    case 'folded':
      return folded(block, scope)
    case 'pair':
      return pair(block, scope)
    case 'picture':
      return picture(block)
    case 'beside':
      return `#beside[${typstOf(block.left, scope)}][${typstOf(block.right, scope)}]`
    case 'seeAlso':
      return seeAlso(block)
  }
}

/** `size` is a Typst expression for the size of the letters. */
function fence({ lang, value, data }: Code, { tokensOf }: Scope, size = 'auto'): string {
  const caption = data?.caption ?? CAPTIONS[lang ?? '']
  const lines = lang === 'python' || lang === 'ts' ? tokensOf(value, lang).map(codeLine) : []
  return (
    `#fence(${caption === undefined ? 'none' : literal(caption)}, ${literal(value)}, ` +
    `(${lines.map((line) => `${line},`).join('\n')}), size: ${size})`
  )
}

/** The words of a line with their kinds, one after the other. */
const codeLine = (tokens: readonly Token[]): string =>
  `(${tokens.map(({ text, kind }) => `(${literal(kind)}, ${literal(text)}),`).join(' ')})`

function pair({ left, right }: Pair, scope: Scope): string {
  return `#pair(${left.columns}, ${right.columns}, ${side(left, scope)}, ${side(right, scope)})`
}

/** A program and what belongs to it, as a function of the size of its letters. */
export function side({ children }: Side, scope: Scope): string {
  const blocks = children.map((block) =>
    block.type === 'code' ? fence(block, scope, 'size') : `#aside[${write(block, scope)}]`,
  )
  return `size => [${blocks.join('\n')}]`
}

function list({ ordered, start, spread, children }: List, scope: Scope): string {
  const items = children.map((item: ListItem) => `[${typstOf(item.children as Block[], scope)}]`)
  const kind = ordered ? `enum(start: ${start ?? 1}, ` : 'list('
  return `#${kind}tight: ${spread ? 'false' : 'true'}, ${items.join(', ')})`
}

function table({ align, children }: Table, scope: Scope): string {
  const [head, ...rows] = children.map(({ children: cells }) =>
    cells.map((cell) => `[${inline(cell.children, scope)}]`).join(', '),
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

const folded = ({ summary, children }: Folded, scope: Scope): string =>
  `#folded(${literal(summary)})[${typstOf(children, scope)}]`

const seeAlso = ({ entries }: SeeAlso): string =>
  `#see-also(${entries.map(({ label, text }) => `(${literal(text)}, <${label}>),`).join(' ')})`
