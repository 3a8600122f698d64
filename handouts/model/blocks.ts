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

import { DETAILS, lineOf, type Lesson } from '../../src/course/lesson.ts'
import { rowsOf } from '../../src/timeline/picture.ts'
import type { Span } from '../../src/timeline/span.ts'
import { CAPTIONS, WORDS } from '../words.ts'

/** What a reader unfolds: an answer, a hint. */
export interface Folded extends Node {
  type: 'folded'
  summary: string
  children: Block[]
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
  /** The rows as the lesson has them, which lend the drawing their order and measures. */
  frame: readonly Span[]
}

/** Programs side by side, with what belongs to each. */
export interface SideBySide extends Node {
  type: 'sideBySide'
  sides: Side[]
}

export interface Side {
  /** Columns of the widest line of code. */
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

/** What both printers can print. */
export type Block =
  | Beside
  | Blockquote
  | Code
  | Folded
  | Heading
  | List
  | Paragraph
  | Picture
  | SeeAlso
  | SideBySide
  | Table

declare module 'mdast' {
  interface CodeData {
    /** What stands above a fence, instead of the name of its language. */
    caption?: string
  }
  interface RootContentMap {
    beside: Beside
    folded: Folded
    picture: Picture
    seeAlso: SeeAlso
    sideBySide: SideBySide
  }
}

/**
 * The blocks of a source without its title, `<details>` made one block each. What the
 * printers do not know is left out; the law about constructs has complained of it.
 */
export function blocksOf({ tree }: Pick<Lesson, 'tree'>): Block[] {
  const blocks: Block[] = []
  let open: Folded | undefined
  for (const node of tree.children) {
    const [, summary] = node.type === 'html' ? (DETAILS.exec(node.value) ?? []) : []
    if (summary !== undefined) {
      open = { type: 'folded', summary: summary.trim(), children: [] }
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
  frame: rowsOf(node.value).map(({ span }) => span),
})

/** A picture that no run has drawn, as the text that the test has. */
export const asText = ({ text }: Picture): Code => ({
  type: 'code',
  lang: 'text',
  value: text,
  data: { caption: WORDS.notRecorded },
})

/** What stands above a fence. */
export const captionOf = ({ lang, data }: Code): string | undefined =>
  data?.caption ?? CAPTIONS[lang ?? '']

export const isPicture = (block: Block): block is Picture => block.type === 'picture'

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
