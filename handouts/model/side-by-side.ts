import type { Code } from 'mdast'

import type { Block, Side } from './blocks.ts'

/** Columns that both programs may have together and still stand side by side on a page. */
const WIDEST = 106

/**
 * Puts the Python program and the TypeScript program of a lesson side by side, where both fit: each
 * with the output that is its own, the right one with the words that lead to it, and an output of
 * both below the shorter one. Otherwise everything stays below each other, as it was.
 */
export function sideBySide(blocks: readonly Block[]): Block[] {
  const start = blocks.findIndex((block) => isFence(block, 'python'))
  const middle = blocks.findIndex((block) => isFence(block, 'ts'))
  if (start < 0 || middle < start) return [...blocks]
  const between = blocks.slice(start + 1, middle)
  const own = between.filter((block) => isFence(block, 'text'))
  const words = between.filter((block) => block.type === 'paragraph')
  const next = blocks.slice(middle + 1, middle + 2).filter((block) => isFence(block, 'text'))
  const left = sideOf([...blocks.slice(start, start + 1), ...own])
  const right = sideOf([...words, ...blocks.slice(middle, middle + 1), ...(own[0] ? next : [])])
  const fits = left.columns + right.columns <= WIDEST
  if (!fits || own.length + words.length < between.length) return [...blocks]
  if (own.length === 0) addBelowShorter([left, right], next)
  const rest = blocks.slice(middle + 1 + next.length)
  return [...blocks.slice(0, start), { type: 'sideBySide', sides: [left, right] }, ...rest]
}

/** Puts an output of both programs where there is more room. */
export function addBelowShorter(sides: readonly Side[], outputs: readonly Block[]): void {
  const [shorter] = [...sides].sort((a, b) => heightOf(a) - heightOf(b))
  for (const output of outputs) {
    if (output.type === 'code')
      shorter?.children.push({ ...output, data: { caption: 'Output of both' } })
  }
}

/** Lines of code; a paragraph beside a program is about as high as five of them. */
const heightOf = ({ children }: Side): number =>
  children.reduce(
    (sum, block) => sum + (block.type === 'code' ? block.value.split('\n').length : 5),
    0,
  )

const sideOf = (children: Block[]): Side => ({
  columns: Math.max(...children.map((block) => (block.type === 'code' ? widthOf(block) : 0))),
  children,
})

const isFence = (block: Block, lang: string): boolean =>
  block.type === 'code' && block.lang === lang

/** Columns of the widest line of a fence. */
export const widthOf = ({ value }: Pick<Code, 'value'>): number =>
  Math.max(...value.split('\n').map((line) => Array.from(line).length))
