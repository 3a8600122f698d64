import width from 'string-width'

import { lines, type Canvas } from './text.ts'

/** Columns between two pictures that stand side by side. */
const GAP = 4

/**
 * A failure's message as lines. Its two pictures stand one above the other, as they should; where
 * there is no room for that, side by side. Rows of the second that are not in the first are painted.
 */
export function pictureLines(message: string, canvas: Canvas, indent: number): string[] {
  const parts = partsOf(message)
  if (!parts) return ['', ...lines(message, canvas.columns - 1, indent)]
  const says = lines(parts.says, canvas.columns - 1, indent)
  const cause = parts.cause === '' ? [] : ['', ...causeLines(parts.cause, canvas, indent)]
  const yours = painted(parts.yours, parts.expected, canvas)
  const stacked = [
    '',
    ...says,
    '',
    ...moved(parts.expected, indent),
    '',
    ...moved(yours, indent),
    ...cause,
  ]
  if (canvas.rows === undefined || stacked.length <= canvas.rows) return stacked
  const beside = moved(sideBySide(parts.expected, yours), indent)
  return beside.some((line) => width(line) > canvas.columns)
    ? stacked
    : ['', ...says, '', ...beside, ...cause]
}

const causeLines = (cause: string, { columns, paint }: Canvas, indent: number): string[] =>
  lines(cause, columns - 1, indent).map((line) => paint.yellow(line))

const moved = (rows: readonly string[], indent: number): string[] =>
  rows.map((row) => ' '.repeat(indent) + row)

interface Parts {
  says: string
  expected: string[]
  yours: string[]
  cause: string
}

/** The parts of a message that shows pictures (harness/compare.ts): paragraphs, one after another. */
function partsOf(message: string): Parts | undefined {
  const paragraphs = message.split('\n\n')
  const at = paragraphs.findIndex((paragraph) => /^expected\s/.test(paragraph))
  const [expected, yours, ...cause] = paragraphs.slice(at)
  if (at < 0 || !expected || !yours || !/^yours\s/.test(yours)) return undefined
  return {
    says: paragraphs.slice(0, at).join('\n\n'),
    expected: expected.split('\n'),
    yours: yours.split('\n'),
    cause: cause.join('\n\n'),
  }
}

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
