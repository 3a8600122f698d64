import type {
  Blockquote,
  Code,
  Heading,
  List,
  Node,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'

import type { Span } from '../../src/timeline/span.ts'
import { lineOf, type Source } from './source.ts'

/** What a reader unfolds: an answer, a hint. */
export interface Folded extends Node {
  type: 'folded'
  summary: string
  children: Block[]
  line: number
}

/** A timeline, drawn from the recording of a real run. */
export interface Picture extends Node {
  type: 'picture'
  /** As the lesson has it. */
  text: string
  line: number
  /** What a reader hears who cannot see it; empty until it is known. */
  title: string
  /** Undefined where no run on the story's clock drew it. */
  spans: readonly Span[] | undefined
}

/** Two programs side by side; each side is as wide as its widest line of code, in columns. */
export interface Pair extends Node {
  type: 'pair'
  left: Side
  right: Side
}

export interface Side {
  columns: number
  children: Block[]
}

/** Two sections side by side, of which the right one needs less room. */
export interface Beside extends Node {
  type: 'beside'
  left: Block[]
  right: Block[]
}

/** Where something stands that was moved to a page of its own. */
export interface SeeAlso extends Node {
  type: 'seeAlso'
  entries: { label: string; text: string }[]
}

/** What both writers can write. */
export type Block =
  | Beside
  | Blockquote
  | Code
  | Folded
  | Heading
  | List
  | Pair
  | Paragraph
  | Picture
  | SeeAlso
  | Table

declare module 'mdast' {
  interface RootContentMap {
    beside: Beside
    folded: Folded
    pair: Pair
    picture: Picture
    seeAlso: SeeAlso
  }
}

/** The opening of a `<details>`: nothing but its summary, in plain text. */
export const DETAILS = /^<details>\s*<summary>([^<>&]+)<\/summary>\s*$/
export const DETAILS_END = /^<\/details>\s*$/

/**
 * The blocks of a source without its title, `<details>` made one block each. What the writers do
 * not know is left out; the law about constructs has complained of it.
 */
export function blocksOf({ tree }: Pick<Source, 'tree'>): Block[] {
  const blocks: Block[] = []
  let open: Folded | undefined
  for (const node of tree.children) {
    const [, summary] = node.type === 'html' ? (DETAILS.exec(node.value) ?? []) : []
    if (summary !== undefined) {
      open = { type: 'folded', summary: summary.trim(), children: [], line: lineOf(node) }
      blocks.push(open)
    } else if (node.type === 'html') open = undefined
    else (open?.children ?? blocks).push(...blockOf(node))
  }
  return blocks
}

function blockOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'code':
      return [node.lang === 'timeline' ? pictureOf(node) : node]
    case 'heading':
      return node.depth === 1 ? [] : [node]
    case 'blockquote':
    case 'list':
    case 'paragraph':
    case 'table':
      return [node]
    default:
      return []
  }
}

const pictureOf = (node: Code): Picture => ({
  type: 'picture',
  text: node.value,
  line: lineOf(node),
  title: '',
  spans: undefined,
})

/** Builds blocks that stand in no file. */
export const heading = (text: string, depth: Heading['depth'] = 2): Heading => ({
  type: 'heading',
  depth,
  children: [plain(text)],
})

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
})

export const plain = (value: string): PhrasingContent => ({ type: 'text', value })

export const table = (head: string[], rows: PhrasingContent[][][]): Table => ({
  type: 'table',
  align: head.map(() => null),
  children: [head.map((text) => [plain(text)]), ...rows].map((cells) => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })),
})
