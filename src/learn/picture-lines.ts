import width from 'string-width'

import { causeOf, picture, type Failure } from '../harness/failure.ts'
import { prose, type Canvas } from './text.ts'

/** Columns between two pictures that stand side by side. */
const GAP = 4

/**
 * A failure as lines. Its two pictures stand one above the other, as they should; where there is no
 * room for that, side by side. Rows of the second that are not in the first are painted.
 */
export function failureLines(failure: Failure, canvas: Canvas): string[] {
  const { sentence, besides, pictures, cause } = failure
  const says = [sentence, ...(besides === undefined ? [] : [besides])].flatMap((words) => [
    '',
    ...prose(words, canvas),
  ])
  if (!pictures) return says
  const why =
    cause === undefined ? [] : ['', ...prose(causeOf(cause), canvas).map(canvas.paint.yellow)]
  const expected = picture('expected', pictures).split('\n')
  const yours = painted(picture('yours', pictures).split('\n'), expected, canvas)
  const stacked = [...says, '', ...movedIn(expected), '', ...movedIn(yours), ...why]
  if (canvas.rows === undefined || stacked.length <= canvas.rows) return stacked
  const beside = movedIn(sideBySide(expected, yours))
  return beside.some((line) => width(line) > canvas.columns)
    ? stacked
    : [...says, '', ...beside, ...why]
}

const movedIn = (rows: readonly string[]): string[] => rows.map((row) => `   ${row}`)

function painted(
  yours: readonly string[],
  expected: readonly string[],
  { paint }: Canvas,
): string[] {
  const [title = '', ...rows] = yours
  return [title, ...rows.map((row) => (expected.includes(row) ? row : paint.yellow(row)))]
}

function sideBySide(left: readonly string[], right: readonly string[]): string[] {
  const column = Math.max(...left.map((row) => width(row))) + GAP
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, index) => {
    const row = left[index] ?? ''
    return row + ' '.repeat(column - width(row)) + (right[index] ?? '')
  })
}
