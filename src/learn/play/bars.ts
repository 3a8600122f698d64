import type { Colors } from 'picocolors/types.js'

import { drawSpan, lastSecond, ruler, widestLabel } from '../../timeline/picture.ts'
import type { Span } from '../../timeline/span.ts'
import { SECOND, secondOf } from '../../timeline/seconds.ts'
import { isFinished, type PlayState } from '../../run/play/state.ts'

/** Rows below which a picture has none to spare for its ruler. */
const ROWS_WITH_RULER = 5

/**
 * The timeline of a play as far as it has come, drawn like the pictures of the tests: one column a
 * second; what is in flight has no end yet. At most `rows` rows, the newest waits among them, and no
 * wider than `columns`.
 */
export function bars(
  play: PlayState,
  now: number,
  { columns, rows }: { columns: number; rows: number },
  paint: Colors,
): string[] {
  if (rows < 1 || play.spans.length === 0) return []
  const scale = rows >= ROWS_WITH_RULER ? 1 : 0
  const { first, left, newest } = chosen(play.spans, rows - scale)
  const width = widestLabel([...first, ...newest])
  const room = columns - width - 2
  const rowOf = (span: Span) => `${span.label.padEnd(width)}  ${bar(play, span, now, room, paint)}`
  const last = Math.max(secondOf(play.promised), lastSecond(play.spans))
  return [
    ...(scale > 0 ? [' '.repeat(width + 2) + paint.dim(fitting(ruler(last), room))] : []),
    ...first.map(rowOf),
    ...(left > 0 ? [paint.dim(`(${left} earlier wait${left === 1 ? '' : 's'})`)] : []),
    ...newest.map(rowOf),
  ]
}

/** The program always, and of its waits the newest. */
function chosen(spans: readonly Span[], rows: number) {
  const [program, ...waits] = spans
  const fits = spans.length <= rows
  const newest = fits ? waits : rows > 2 ? waits.slice(2 - rows) : []
  const left = rows > 1 ? waits.length - newest.length : 0
  return { first: program ? [program] : [], left, newest }
}

function bar(play: PlayState, span: Span, now: number, room: number, paint: Colors): string {
  const open = span.end === undefined && !isFinished(play)
  const last = Math.max(secondOf(play.at), lastSecond(play.spans))
  const text = open ? growing(span, now) : drawSpan(span, last)
  const [, waiting = '', rest = ''] = /^(\.*)(.*)$/.exec(cut(text, room)) ?? []
  const color = open ? paint.cyan : COLORS[span.how ?? 'never'](paint)
  return (waiting && paint.dim(waiting)) + (rest && color(rest))
}

const COLORS = {
  resolved: (paint: Colors) => paint.green,
  rejected: (paint: Colors) => paint.red,
  aborted: (paint: Colors) => paint.yellow,
  never: (paint: Colors) => paint.dim,
}

/** A span in flight fills the second that has just begun. */
function growing({ start }: Span, now: number): string {
  const first = secondOf(start)
  return '.'.repeat(first) + '='.repeat(Math.max(1, Math.floor(now / SECOND) - first + 1))
}

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}+`

/** A ruler that ends with a whole figure. */
const fitting = (text: string, room: number): string =>
  text.length <= room ? text : text.slice(0, room).replace(/\d*$/, '').trimEnd()
