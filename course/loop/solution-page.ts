import truncate from 'cli-truncate'
import width from 'string-width'

import type { Page, Pair } from './session.ts'
import type { Canvas } from './text.ts'

type SolutionPage = Extract<Page, { kind: 'solution' }>

/** Columns from which on two files fit beside each other. */
const WIDE = 100

/** The reference solution beside the learner's: in two columns, or in one on a narrow screen. */
export function solutionPage({ pairs }: SolutionPage, canvas: Canvas): string[] {
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
