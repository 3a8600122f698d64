import { endSecond, type Span } from './span.ts'
import { secondOf } from './seconds.ts'

/** Columns that a picture may use beside its labels; what lasts longer is cut with a `+`. */
const WIDEST = 56
/** Rows that a picture may have; the rest is counted. */
const MOST_ROWS = 16

/**
 * Draws spans as text, one row a span and one column a story second:
 *
 * - `.` not started, `=` in flight
 * - the last column says how the span ended: `>` resolved, `x` rejected, `!` aborted, `~` never
 * - `|` a span of no length: a mark, or something that was over within its second
 *
 * Rows follow `order` (labels, as often as they occur), then what is not named there as it started.
 * `width` is that of the column of labels.
 */
export function draw(
  spans: readonly Span[],
  order: readonly string[] = [],
  width: number = widestLabel(spans),
): string {
  const rows = inOrder(spans, order)
  const last = lastSecond(spans)
  const lines = rows
    .slice(0, MOST_ROWS)
    .map(({ label, span }) => `${label.padEnd(width)}  ${span ? drawSpan(span, last) : NEVER}`)
  if (rows.length > MOST_ROWS) lines.push(`(and ${rows.length - MOST_ROWS} more)`)
  return lines.join('\n')
}

/** What stands in the place of a span that is expected and never began. */
const NEVER = '(never)'

/** A row's span alone; `last` is the second at which the picture ends. */
export function drawSpan(span: Span, last: number): string {
  const start = secondOf(span.start)
  const end = Math.max(span.end === undefined ? Math.max(last, start + 1) : endSecond(span), start)
  const waiting = '.'.repeat(start)
  const line =
    end === start
      ? `${waiting}|`
      : `${waiting}${'='.repeat(end - start - 1)}${END[span.how ?? 'never']}`
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}+` : line
}

const END = { resolved: '>', rejected: 'x', aborted: '!', never: '~' } as const

/** The labels of a picture, top to bottom. */
export const labelsOf = (picture: string): string[] => rowsOf(picture).map((row) => row.label)

/** A picture without its margins: blank lines, the common indentation, trailing blanks. */
export function tidy(picture: string): string {
  const lines = picture.split('\n').map((line) => line.trimEnd())
  const written = lines.filter((line) => line !== '')
  const margin = Math.min(...written.map((line) => line.length - line.trimStart().length))
  return written.map((line) => line.slice(margin)).join('\n')
}

/**
 * Reads the rows of a picture back, to say in words where two pictures differ and to draw them. The
 * comparison itself is one of texts.
 */
export function rowsOf(picture: string): { label: string; line: string; span: Span }[] {
  return tidy(picture)
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const [, label = '', line = ''] = /^(.*?)\s\s+(\S.*)$/.exec(row) ?? [row, row, '']
      return { label, line, span: spanOf(label, line) }
    })
}

function spanOf(label: string, line: string): Span {
  const start = /^\.*/.exec(line)?.[0].length ?? 0
  const mark = line.endsWith('|')
  const how = ({ '>': 'resolved', x: 'rejected', '!': 'aborted' } as const)[line.at(-1) ?? '']
  const end = line.endsWith('~') ? undefined : mark ? start : line.length
  return {
    label,
    kind: mark ? 'mark' : label.startsWith('wait ') ? 'wait' : 'job',
    start: start * 1_000,
    end: end === undefined ? undefined : end * 1_000,
    how: mark ? 'resolved' : how,
  }
}

/** A ruler with a figure every five seconds, as wide as the picture below it. */
export function ruler(last: number): string {
  let line = ''
  for (let second = 0; second <= Math.min(last, WIDEST); second += 5) {
    line = line.padEnd(second) + String(second)
  }
  return line
}

/** The second at which the last of the spans ends, or is last seen. */
export const lastSecond = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map((span) => secondOf(span.end ?? span.start)))

/** Characters of the longest label. */
export const widestLabel = (spans: readonly { label: string }[]): number =>
  Math.max(0, ...spans.map((span) => span.label.length))

function inOrder(
  spans: readonly Span[],
  order: readonly string[],
): { label: string; span: Span | undefined }[] {
  const left = [...spans].sort((a, b) => a.start - b.start)
  const rows: { label: string; span: Span | undefined }[] = []
  for (const label of order) {
    const index = left.findIndex((span) => span.label === label)
    rows.push({ label, span: index < 0 ? undefined : left.splice(index, 1)[0] })
  }
  return [...rows, ...left.map((span) => ({ label: span.label, span }))]
}
