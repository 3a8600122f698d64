import truncate from 'cli-truncate'
import type { Colors } from 'picocolors/types.js'
import stringWidth from 'string-width'

import { SECOND, secondsOf } from '../../timeline/seconds.ts'
import { harmless } from '../../harness/sentence.ts'
import { lines } from '../text.ts'
import { bars } from './bars.ts'
import type { PlayState, PrintedLine } from '../../run/play/state.ts'

/** Rows from which on there are blank ones between the parts. */
const ROOMY = 16

/**
 * A play as lines for a terminal: title, the second of the story, the timeline as far as it has come,
 * what was printed, and how it ended. No line is wider than `columns`, and there are at most `rows`;
 * where they do not suffice, the newest lines are seen. `now` is in story milliseconds.
 */
export function playLines(
  play: PlayState,
  now: number,
  { columns, rows }: { columns: number; rows: number },
  paint: Colors,
): string[] {
  const end = closingLines(play, columns)
  const gap = rows >= ROOMY ? [''] : []
  const head = [paint.bold(heading(play)), second(play, now)]
  // What is left for the timeline and for what was printed, which keeps a third of it for itself.
  const left = rows - head.length - end.length - 3 * gap.length
  const least = Math.min(play.printed.length, Math.max(1, Math.floor(left / 3)))
  const timeline = bars(play, now, { columns, rows: left - least }, paint)
  const printed = newest(play.printed, left - timeline.length)
  return [
    head,
    timeline,
    printed.map((line) => printedLine(line, columns, paint)),
    end.map(paintEnd),
  ]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index > 0 ? [...gap, ...part] : part))
    .slice(0, rows)
    .map((line) => truncate(line, columns))

  function paintEnd(line: string): string {
    return play.phase === 'failed' ? paint.red(line) : line
  }
}

/** How a play ended, as lines; none while there is nothing to say. */
export function closingLines(play: PlayState, columns: number): string[] {
  const text = closing(play)
  return text === '' ? [] : lines(harmless(text), columns)
}

/** How a play ended, or what it is at the end of: a sentence, or nothing while the program runs. */
function closing({ phase, problem, ended, at, spans }: PlayState): string {
  if (problem !== undefined) return problem
  if (ended === undefined) return ''
  const late = spans.filter(({ kind, end = Infinity }) => kind === 'wait' && end > ended)
  const open = late.filter(({ end }) => end === undefined).length
  const reached = `The program reached its end at second ${secondsOf(ended)}`
  if (phase !== 'over') {
    return open === 0 ? `${reached}.` : `${reached}; ${waits(open)} still ${verb(open, 'run')}.`
  }
  if (late.length === 0) return `${reached}, and nothing was left running.`
  return open === 0
    ? `${reached}; after that, ${waits(late.length)} ran until second ${secondsOf(at)}.`
    : `${reached}; ${waits(open)} ${open === 1 ? 'was' : 'were'} still running at second ` +
        `${secondsOf(at)}, when the play was stopped.`
}

const waits = (count: number): string => `${count} wait${count === 1 ? '' : 's'}`

const verb = (count: number, plural: string): string => (count === 1 ? `${plural}s` : plural)

/** `Play 1.3 Chained handlers · 10 times as fast` */
export function heading({ title, real, speed }: PlayState): string {
  const pace = speed === 1 ? 'real pace' : `${speed} times as fast`
  return `Play ${title} · ${real ? 'on the real clock' : pace}`
}

const second = ({ phase }: PlayState, now: number): string =>
  phase === 'preparing' ? 'preparing …' : `second ${Math.floor(now / SECOND)}`

const newest = (printed: readonly PrintedLine[], count: number): readonly PrintedLine[] =>
  count > 0 ? printed.slice(-count) : []

/** A line as the README shows it; its second is seen even where the line is too long. */
export function printedLine({ text, at }: PrintedLine, columns: number, paint: Colors): string {
  const stamp = ` @${secondsOf(at)}`
  const shown = truncate(harmless(text), Math.max(1, columns - stringWidth(stamp)))
  return shown + paint.dim(stamp)
}
