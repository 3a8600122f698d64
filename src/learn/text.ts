import picocolors from 'picocolors'
import type { Colors } from 'picocolors/types.js'
import stringWidth from 'string-width'
import wrap from 'wrap-ansi'

import { cut, wrap as wrapNarrow } from '../harness/sentence.ts'

const { FORCE_COLOR = '' } = process.env

/** Colours, where there are to be any: `FORCE_COLOR=0` says no as well as `NO_COLOR` does. */
export const paint = picocolors.createColors(
  !['0', 'false'].includes(FORCE_COLOR) && picocolors.isColorSupported,
)

/** What a page needs to know to be drawn. Without `rows` it may be as long as it likes. */
export interface Canvas {
  readonly columns: number
  readonly rows: number | undefined
  readonly paint: Colors
  /** Makes a text a link, where the terminal knows links. */
  readonly link: (text: string, url: string) => string
  /** What the page is answered with: nothing is offered that nobody hears. Keys, when left out. */
  readonly hears?: 'keys' | 'saves' | 'nothing'
}

/**
 * A text as lines of at most `width` columns, moved in by `indent` of them; its line breaks stay, and
 * what a line is moved in by itself holds for the lines that it is cut into.
 */
export const lines = (text: string, width: number, indent = 0): string[] => {
  const room = Math.max(LEAST, width - indent)
  return text.split('\n').flatMap((line) => {
    const own = Math.min(line.search(/[^ ]|$/), room - LEAST)
    return wrapped(line.trim(), room - own)
      .split('\n')
      .map((part) => `${' '.repeat(indent + own)}${part}`.trimEnd())
  })
}

/** Characters that take one column each. */
const NARROW = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2010-\u2027]*$/

/** Wraps a text at its blanks. What asks for each character's width takes a hundred times as long. */
const wrapped = (text: string, width: number): string =>
  NARROW.test(text) ? wrapNarrow(text, width) : wrap(cut(text, LONGEST_WIDE), width, { hard: true })

/** Characters of a text with others in it. */
const LONGEST_WIDE = 500

/** Lines of a page, which end a column before the edge. */
export const prose = (text: string, { columns }: Canvas, indent = 3): string[] =>
  lines(text, columns - 1, indent)

/** A text behind a mark: its further lines begin below the first letter of it. */
export function marked(mark: string, text: string, canvas: Canvas): string[] {
  const indent = stringWidth(mark)
  const [first = '', ...rest] = prose(text, canvas, indent)
  return [mark + first.slice(indent), ...rest]
}

/** Columns that are left to a text, however far it is moved in. */
const LEAST = 10

/**
 * Paragraphs, lists and code of a lesson as lines: what belongs together is joined and wrapped anew,
 * and what is code stays as it is.
 */
export function markdownLines(markdown: string, width: number, indent = 0): string[] {
  const blocks = markdown.trim().split(/\n{2,}/)
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    ...lines(block.startsWith('```') ? withoutFence(block) : joined(block), width, indent),
  ])
}

const withoutFence = (block: string): string =>
  block
    .replace(/^```.*\n/, '')
    .replace(/\n```$/, '')
    .replace(/^/gm, '  ')

const joined = (block: string): string => block.replace(/\n(?!\s*[-*] |\s*\d+\. )\s*/g, ' ')
