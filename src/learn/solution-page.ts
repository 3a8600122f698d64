import width from 'string-width'

import type { Page, DiffRow } from './session.ts'
import { lines, marked, type Canvas } from './text.ts'

type SolutionPage = Extract<Page, { kind: 'solution' }>

/** Columns from which on two files fit beside each other. */
const WIDE = 100

/** The reference solution beside the learner's: in two columns, or in one on a narrow screen. */
export function solutionPage({ rows }: SolutionPage, canvas: Canvas): string[] {
  if (rows.every(({ same }) => same)) {
    const title = canvas.paint.bold(' Nothing that matters differs from the reference solution.')
    return [title, '', ...unified(rows, canvas)]
  }
  return canvas.columns >= WIDE ? beside(rows, canvas) : unified(rows, canvas)
}

function unified(rows: readonly DiffRow[], canvas: Canvas): string[] {
  const { paint } = canvas
  const shown: string[] = [paint.dim(' - yours   + reference'), '']
  // What replaces lines stands below all of them.
  let added: string[] = []
  for (const { yours, reference, same } of rows) {
    if (same) {
      // Of what is the same on both sides the reference says it.
      if (reference === undefined) continue
      shown.push(...added, ...marked('   ', reference, canvas))
      added = []
      continue
    }
    if (yours !== undefined) shown.push(...marked(' - ', yours, canvas).map(paint.yellow))
    if (reference !== undefined) added.push(...marked(' + ', reference, canvas).map(paint.green))
  }
  return [...shown, ...added]
}

function beside(rows: readonly DiffRow[], { columns, paint }: Canvas): string[] {
  const half = Math.floor((columns - 4) / 2)
  const left = (text: string) => text + ' '.repeat(half - width(text))
  const row = (yours: string, reference: string, same: boolean) =>
    same
      ? ` ${left(yours)} ${paint.dim('│')} ${reference}`
      : ` ${paint.yellow(left(yours))} ${paint.bold('│')} ${paint.green(reference)}`
  const shown = rows.flatMap(({ yours = '', reference = '', same }) => {
    const [here, there] = [lines(yours, half), lines(reference, half)]
    return Array.from({ length: Math.max(here.length, there.length) }, (_, at) =>
      row(here[at] ?? '', there[at] ?? '', same),
    )
  })
  return [` ${paint.bold(left('yours'))} │ ${paint.bold('reference')}`, '', ...shown]
}
