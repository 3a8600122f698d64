import width from 'string-width'

import { picture, type Failure } from '../harness/failure.ts'
import { picturesInWords } from '../timeline/picture-words.ts'
import { marked, prose, type Canvas } from './text.ts'

/** Columns between two pictures that stand side by side. */
const GAP = 4

/**
 * A failure as lines. Its two pictures stand one above the other, as they should; where there is no
 * room for that, side by side. Rows of the second that are not in the first are painted, and the one
 * that differs first is marked. `term` explains a word of the sentence.
 */
export function failureLines(failure: Failure, canvas: Canvas, term?: string): string[] {
  const { sentence, besides, pictures } = failure
  const says = [
    ...[sentence, ...(besides === undefined ? [] : [besides])].flatMap((words) => [
      '',
      ...prose(words, canvas),
    ]),
    ...(term === undefined ? [] : prose(term, canvas).map(canvas.paint.dim)),
  ]
  if (!pictures) return says
  const expected = picture('expected', pictures).split('\n')
  const yours = painted(picture('yours', pictures).split('\n'), expected, canvas)
  const stacked = [...says, '', ...movedIn(expected), '', ...movedIn(yours)]
  if (canvas.rows === undefined) return [...stacked, ...inWords(pictures, canvas)]
  if (stacked.length <= canvas.rows) return stacked
  const beside = movedIn(sideBySide(expected, yours))
  return beside.some((line) => width(line) > canvas.columns) ? stacked : [...says, '', ...beside]
}

/** Where the page may be as long as it likes, it tells of its pictures, too: a screen reader cannot. */
const inWords = (pictures: NonNullable<Failure['pictures']>, canvas: Canvas): string[] => [
  '',
  ...prose('In words, row by row:', canvas).map(canvas.paint.dim),
  ...picturesInWords(pictures).flatMap((row) => marked('   - ', row, canvas)),
]

const movedIn = (rows: readonly string[]): string[] => rows.map((row) => `   ${row}`)

function painted(
  yours: readonly string[],
  expected: readonly string[],
  { paint }: Canvas,
): string[] {
  const first = differsFirst(expected, yours)
  return yours.map((row, at) => {
    const marked = at === first ? row.replace(/^ {2}/, '› ') : row
    return at === 0 || expected.includes(row) ? marked : paint.yellow(marked)
  })
}

/** The row of the second picture that differs from the first at the earliest second, if one does. */
function differsFirst(expected: readonly string[], yours: readonly string[]): number {
  const seconds = yours.map((row, at) => (at === 0 ? Infinity : secondOfChange(expected[at], row)))
  const earliest = Math.min(...seconds)
  return earliest === Infinity ? -1 : seconds.indexOf(earliest)
}

/** The column from which on two rows are not the same; what is not there yet is as good as a dot. */
function secondOfChange(expected = '', yours: string): number {
  if (expected === yours) return Infinity
  const rows = [expected, yours].map((row) => row.replace('(never)', ''))
  const last = Math.max(...rows.map(({ length }) => length))
  const [one = '', other = ''] = rows.map((row) => row.padEnd(last, '.'))
  return Array.from(one).findIndex((sign, at) => sign !== other[at])
}

function sideBySide(left: readonly string[], right: readonly string[]): string[] {
  const column = Math.max(...left.map((row) => width(row))) + GAP
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, index) => {
    const row = left[index] ?? ''
    return row + ' '.repeat(column - width(row)) + (right[index] ?? '')
  })
}
