import { join } from 'node:path'

import { playLines } from './play/view.ts'
import { footer, FRAME_ROWS, header, objectionIn } from './frame.ts'
import { listPage } from './list-page.ts'
import { entryOf, type Session } from './session.ts'
import {
  askPage,
  believedPage,
  finalePage,
  helpPage,
  hintsPage,
  printedPage,
} from './small-pages.ts'
import { solutionPage } from './solution-page.ts'
import { lines, type Canvas } from './text.ts'
import { verdictPage } from './verdict-page.ts'

/** A page as it is drawn, and how many lines of it lie below the lower edge. */
export interface Drawing {
  lines: string[]
  /** The furthest that one can scroll. */
  lastScroll: number
}

/** Draws a session: the one place that knows what the screen looks like. */
export function draw(root: string, session: Session, canvas: Canvas): Drawing {
  const room = canvas.rows === undefined ? undefined : Math.max(1, canvas.rows - FRAME_ROWS)
  const top = header(session, join(root, entryOf(session).exercise.stub), canvas)
  const page = pageOf(session, { ...canvas, rows: room })
  if (room === undefined) {
    const objection = lines(objectionIn(session), canvas.columns, 1).map(canvas.paint.dim)
    return { lines: [...top, ...page, ...objection], lastScroll: 0 }
  }
  const lastScroll = Math.max(0, page.length - room)
  const first = Math.min(session.scroll, lastScroll)
  const shown = page.slice(first, first + room)
  const filled = [...shown, ...Array<string>(Math.max(0, room - shown.length)).fill('')]
  const bottom = footer(session, page.length - first - shown.length, canvas)
  // A long notice takes its lines from the page.
  const over = Math.max(0, bottom.length - 2)
  return { lines: [...top, ...shortened(filled, over), ...bottom], lastScroll }
}

/** A page without so many of its lines: blank ones from below, and then the last. */
function shortened(page: readonly string[], by: number): string[] {
  const blank = page.flatMap((line, at) => (line.trim() === '' ? [at] : [])).reverse()
  const without = new Set(blank.slice(0, by))
  return page.filter((_, at) => !without.has(at)).slice(0, page.length - by)
}

function pageOf(session: Session, canvas: Canvas): string[] {
  const { page } = session
  switch (page.kind) {
    case 'verdict':
      return verdictPage(session, canvas)
    case 'printed':
      return printedPage(session, canvas)
    case 'hints':
      return hintsPage(session, canvas)
    case 'help':
      return helpPage(canvas)
    case 'finale':
      return finalePage(session, canvas)
    case 'believed':
      return believedPage(session, canvas)
    case 'solution':
      return solutionPage(page, canvas)
    case 'list':
      return listPage(session, page, canvas)
    case 'ask':
      return askPage(page, canvas)
    case 'play':
      return playPage(page, canvas)
  }
}

/** Rows of a play on a screen that does not tell how many it has. */
const PLAY_ROWS = 24

const playPage = (
  { play, now }: Extract<Session['page'], { kind: 'play' }>,
  { columns, rows = PLAY_ROWS, paint }: Canvas,
): string[] => playLines(play, now, { columns: columns - 1, rows }, paint).map((line) => ` ${line}`)
