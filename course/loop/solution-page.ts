import truncate from 'cli-truncate'
import { diffLines } from 'diff'
import width from 'string-width'

import type { Page } from './session.ts'
import { harmless, type Canvas } from './text.ts'

type SolutionPage = Extract<Page, { kind: 'solution' }>

/** Columns from which on two files fit beside each other. */
const WIDE = 100

/** A line of each file, as they belong together; undefined where the other file has more. */
interface Pair {
  yours: string | undefined
  reference: string | undefined
  same: boolean
}

/** The reference solution beside the learner's: in two columns, or in one on a narrow screen. */
export function solutionPage({ yours, reference }: SolutionPage, canvas: Canvas): string[] {
  const pairs = pairsOf(harmless(yours), harmless(reference))
  const { paint } = canvas
  if (pairs.every(({ same }) => same)) {
    return [
      paint.bold(' Yours is the reference solution, to the letter.'),
      '',
      ...unified(pairs, canvas),
    ]
  }
  return canvas.columns >= WIDE ? beside(pairs, canvas) : unified(pairs, canvas)
}

function pairsOf(yours: string, reference: string): Pair[] {
  const pairs: Pair[] = []
  const changes = diffLines(ended(yours), ended(reference))
  for (const [index, { value, added, removed }] of changes.entries()) {
    const rows = value.replace(/\n$/, '').split('\n')
    if (!added && !removed) {
      pairs.push(...rows.map((row) => ({ yours: row, reference: row, same: true })))
    } else if (removed) {
      pairs.push(...rows.map((row) => ({ yours: row, reference: undefined, same: false })))
    } else {
      // What replaces lines stands beside them.
      const before = changes[index - 1]?.removed ? (changes[index - 1]?.count ?? 0) : 0
      const start = pairs.length - before
      for (const [at, row] of rows.entries()) {
        const pair = at < before ? pairs[start + at] : undefined
        if (pair) pair.reference = row
        else pairs.push({ yours: undefined, reference: row, same: false })
      }
    }
  }
  return pairs
}

const ended = (text: string): string => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`

function unified(pairs: readonly Pair[], { paint }: Canvas): string[] {
  const rows: string[] = [paint.dim(' - yours   + reference'), '']
  let added: string[] = []
  const flush = () => {
    rows.push(...added)
    added = []
  }
  for (const { yours, reference, same } of pairs) {
    if (same) {
      flush()
      rows.push(`   ${yours ?? ''}`)
      continue
    }
    if (yours !== undefined) rows.push(paint.yellow(` - ${yours}`))
    if (reference !== undefined) added.push(paint.green(` + ${reference}`))
  }
  flush()
  return rows
}

function beside(pairs: readonly Pair[], { columns, paint }: Canvas): string[] {
  const half = Math.floor((columns - 4) / 2)
  const left = (text: string) => {
    const cut = truncate(text, half)
    return cut + ' '.repeat(half - width(cut))
  }
  const row = ({ yours = '', reference = '', same }: Pair) =>
    same
      ? ` ${left(yours)} ${paint.dim('│')} ${reference}`
      : ` ${paint.yellow(left(yours))} ${paint.bold('│')} ${paint.green(reference)}`
  return [` ${paint.bold(left('yours'))} │ ${paint.bold('reference')}`, '', ...pairs.map(row)]
}
