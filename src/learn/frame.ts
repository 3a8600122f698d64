import { pathToFileURL } from 'node:url'
import truncate from 'cli-truncate'
import width from 'string-width'

import { isFinished } from '../run/play/state.ts'
import { KEYS } from './keys.ts'
import { entryOf, hintsIn, isSolved, isSolvedNow, type Session } from './session.ts'
import { lines, type Canvas } from './text.ts'

/** Rows that the frame takes: three above and a blank one, two below. */
export const FRAME_ROWS = 6

/** The lines above a page: how far one is, where one is, and the file to edit. */
export function header(session: Session, file: string, { columns, paint, link }: Canvas): string[] {
  const entry = entryOf(session)
  const { entries } = session
  const solved = entries.filter(isSolved).length
  const bar = progressBar(solved / entries.length)
  const count = `${solved} of ${entries.length} solved`
  const path = entry.exercise.stub
  return [
    spread(
      ` ${paint.green(bar.done)}${paint.dim(bar.open)}  ${count}`,
      paint.dim(entry.chapter),
      columns,
    ),
    spread(` ${paint.bold(entry.title)}`, session.busy ? paint.dim('judging …') : '', columns),
    ` ${link(paint.cyan(path), pathToFileURL(file).href)}`,
    '',
  ]
}

const BAR = 24

function progressBar(part: number): { done: string; open: string } {
  const done = Math.floor(part * BAR)
  return { done: '━'.repeat(done), open: '─'.repeat(BAR - done) }
}

/** Two texts at the two ends of a line, or the first alone where there is no room for both. */
function spread(left: string, right: string, columns: number): string {
  const room = columns - 1 - width(left) - width(right)
  return right === '' || room < 2 ? left : left + ' '.repeat(room) + right
}

/** The lines below a page: what has just happened, and the keys. */
export function footer(session: Session, hidden: number, canvas: Canvas): string[] {
  const { columns, paint } = canvas
  const { notice } = session
  const more = hidden > 0 ? paint.dim(`↓ ${hidden} more ${hidden === 1 ? 'line' : 'lines'}`) : ''
  const room = columns - (more === '' ? 0 : width(more) + 2)
  const said =
    notice === ''
      ? [paint.dim(truncate(objectionIn(session), room))]
      : lines(notice, columns, 1).map(paint.yellow)
  const [first = '', ...rest] = said
  return [...(rest.length > 0 ? said : [spread(first, more, columns)]), keysOf(session, canvas)]
}

/** What TypeScript says, in a place that is blank most often: it may come when the page is read. */
export function objectionIn({ page, judged }: Session): string {
  const objection = page.kind === 'verdict' ? judged?.objection : undefined
  return objection ? ` TypeScript objects to line ${objection.line}: ${objection.message}` : ''
}

/** A key, what it does, and whether that is what one wants to do now. */
type Shown = readonly [key: string, what: string, offered?: boolean]

function keysOf(session: Session, { columns, paint }: Canvas): string {
  const shown = ([key, what, offered]: Shown) =>
    offered
      ? `${paint.bold(paint.green(key))} ${paint.bold(what)}`
      : `${paint.bold(key)} ${paint.dim(what)}`
  const all = keysFor(session)
  const tries = [all, ...LEFT_OUT.map((_, last) => without(all, LEFT_OUT.slice(0, last + 1)))]
  const lines = tries.flatMap((keys) => ['   ', '  '].map((gap) => ` ${keys.map(shown).join(gap)}`))
  return lines.find((line) => width(line) <= columns) ?? lines.at(-1) ?? ''
}

/** Keys that are left to the help where there is no room for all, in this order. */
const LEFT_OUT = ['r', 'o', 's', 'l', 'p', 'n', 'h', 'v', '↑↓']

const without = (keys: readonly Shown[], left: readonly string[]): Shown[] =>
  keys.filter(([key, , offered]) => offered === true || !left.includes(key))

function keysFor(session: Session): readonly Shown[] {
  const { page, hintsSeen } = session
  // A key that does nothing any more is not offered.
  if (page.kind === 'hints' && hintsSeen < hintsIn(session).length) {
    return [['h', 'next hint'], SCROLL, BACK]
  }
  if (page.kind === 'play' && isFinished(page.play)) {
    const next: Shown = ['n', 'next', isSolvedNow(session)]
    return [['p', 'again'], next, ['h', 'hint'], ['l', 'list'], BACK]
  }
  const wanted = isSolvedNow(session) ? ['n', 's'] : []
  const main = KEYS.filter(([, what]) => what !== '')
  return KEYS_OF[page.kind] ?? main.map(([key, what]) => [key, what, wanted.includes(key)])
}

const SCROLL: Shown = ['↑↓', 'scroll']
const BACK: Shown = ['esc', 'back']

const KEYS_OF: Partial<Record<Session['page']['kind'], readonly Shown[]>> = {
  list: [['↑↓', 'choose'], ['enter', 'open'], ['a–z', 'search'], BACK],
  ask: [
    ['y', 'yes'],
    ['n', 'no'],
  ],
  play: [['esc', 'stop']],
  solution: [SCROLL, ['n', 'next'], BACK],
  believed: [SCROLL, ['n', 'next', true], BACK],
  hints: [SCROLL, BACK],
  printed: [SCROLL, BACK],
  help: [SCROLL, BACK],
}
