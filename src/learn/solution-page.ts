import width from 'string-width'

import type { Page, Pair } from './session.ts'
import { lines, type Canvas } from './text.ts'

type SolutionPage = Extract<Page, { kind: 'solution' }>

/** Columns from which on two files fit beside each other. */
const WIDE = 100

/** Columns that ` + ` takes. */
const MARK = 3

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

function unified(pairs: readonly Pair[], { columns, paint }: Canvas): string[] {
  const marked = (mark: string, text: string) => {
    const [first = '', ...more] = lines(text, columns - 1, MARK)
    return [` ${mark} ${first.slice(MARK)}`, ...more]
  }
  const rows: string[] = [paint.dim(' - yours   + reference'), '']
  let added: string[] = []
  const flush = () => {
    rows.push(...added)
    added = []
  }
  for (const { yours, reference, same } of pairs) {
    if (same) {
      flush()
      rows.push(...marked(' ', yours ?? ''))
      continue
    }
    if (yours !== undefined) rows.push(...marked('-', yours).map(paint.yellow))
    if (reference !== undefined) added.push(...marked('+', reference).map(paint.green))
  }
  flush()
  return rows
}

function beside(pairs: readonly Pair[], { columns, paint }: Canvas): string[] {
  const half = Math.floor((columns - 4) / 2)
  const left = (text: string) => text + ' '.repeat(half - width(text))
  const row = (yours: string, reference: string, same: boolean) =>
    same
      ? ` ${left(yours)} ${paint.dim('│')} ${reference}`
      : ` ${paint.yellow(left(yours))} ${paint.bold('│')} ${paint.green(reference)}`
  const rows = pairs.flatMap(({ yours = '', reference = '', same }) => {
    const [here, there] = [lines(yours, half), lines(reference, half)]
    return Array.from({ length: Math.max(here.length, there.length) }, (_, at) =>
      row(here[at] ?? '', there[at] ?? '', same),
    )
  })
  return [` ${paint.bold(left('yours'))} │ ${paint.bold('reference')}`, '', ...rows]
}
