import { rowsOf } from './picture.ts'
import { spanInWords } from './span.ts'

type Row = ReturnType<typeof rowsOf>[number]

/** Two pictures in words, a sentence a row, for whoever cannot see them: what was, and what should be. */
export function picturesInWords(pictures: { expected: string; yours: string }): string[] {
  const wanted = rowsOf(pictures.expected)
  return rowsOf(pictures.yours).map((row, index) => {
    const { label } = row
    // What stands in no row: how many more there are.
    if (row.line === '') return label
    const should = wanted[index]
    const had = didIn(row)
    if (should?.label !== label) return `${label}: ${had}; there should be none`
    const have = didIn(should)
    return had === have
      ? `${label}: ${had}, as it should be`
      : `${label}: ${had}; should be ${have}`
  })
}

function didIn({ line, span }: Row): string {
  if (line === '(never)') return 'never'
  // It goes on behind the edge of the picture.
  return line.endsWith('+')
    ? `from second ${span.start / 1_000} to beyond ${line.length}`
    : spanInWords(span)
}
