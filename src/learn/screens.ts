import { link } from 'ansi-escapes'

import { draw } from './draw.ts'
import type { Session } from './session.ts'
import { listenToKeys, sizeOfTerminal, takeKeys, Terminal, type Keypress } from './terminal.ts'
import { lines, paint, type Canvas } from './text.ts'

/** Something on which a session is shown. */
export interface Screen {
  show(session: Session): void
  /** Gives the terminal to somebody else meanwhile. */
  lend(use: () => Promise<void>): Promise<void>
  close(): void
}

interface Listeners {
  onKey: (key: Keypress) => void
  /** What is shown is longer than the screen by so many lines. */
  onLastScroll: (last: number) => void
}

/** The screen of a real terminal: drawn anew at each change, as large as the terminal is. */
export function fullScreen(root: string, { onKey, onLastScroll }: Listeners): Screen {
  let shown: Session | undefined
  const redraw = () => {
    // The terminal asks for a drawing while it is being made.
    if (!shown) return
    const size = sizeOfTerminal()
    const { lines, lastScroll } = draw(root, shown, { ...size, paint, link })
    onLastScroll(lastScroll)
    terminal.draw(lines)
  }
  const terminal: Terminal = new Terminal({ onKey, onBlank: redraw })
  return {
    show(session) {
      shown = session
      redraw()
    },
    async lend(use) {
      terminal.suspend()
      await use().finally(() => terminal.resume())
    },
    close: () => terminal.close(),
  }
}

/** The input of somebody who has no keys: as long as it is open, saves are answered. */
export interface Input {
  readonly isOpen: boolean
}

/**
 * A screen without a cursor that could be moved: a dumb terminal, a window that shows what a program
 * prints, a pipe. Prints what is to be seen, one below the other, and only when something has come of
 * it. There are keys, or an input that ends some day.
 */
export function plainScreen(root: string, hears: ((key: Keypress) => void) | Input): Screen {
  const hasKeys = typeof hears === 'function'
  const print = printer(root, () => (hasKeys ? 'keys' : hears.isOpen ? 'saves' : 'nothing'))
  const take = (taken: boolean) => hasKeys && takeKeys(taken)
  const stopListening = hasKeys ? listenToKeys(hears) : () => undefined
  take(true)
  return {
    show(session) {
      const { judged, page } = session
      const waits = !judged || judged.confirming || session.busy
      // A play would be printed ten times a second.
      const isPlaying = page.kind === 'play' && page.play.phase !== 'over'
      if (page.kind === 'verdict' ? !waits : !isPlaying) print(session)
    },
    async lend(use) {
      take(false)
      await use().finally(() => take(true))
    },
    close() {
      stopListening()
      take(false)
    },
  }
}

/**
 * Prints sessions, and what has just happened, unless that is what stands there already. Of a verdict
 * of which there is more to say, only that is printed.
 */
function printer(
  root: string,
  hears: () => NonNullable<Canvas['hears']>,
): (session: Session) => void {
  let [printed, said]: [string[], string] = [[], '']
  let judged: Session['judged']
  return (session) => {
    const { columns } = sizeOfTerminal()
    const link = (text: string) => text
    const canvas = { columns, rows: undefined, paint, link, hears: hears() }
    const { lines: page } = draw(root, session, canvas)
    const isSame = session.page.kind === 'verdict' && judged?.verdict === session.judged?.verdict
    const news = isSame ? page.filter((line) => !printed.includes(line)) : page
    if (news.length > 0 && page.join() !== printed.join()) console.log(news.join('\n'))
    const { notice } = session
    if (notice !== '' && notice !== said) console.log(`${lines(notice, columns, 1).join('\n')}\n`)
    printed = page
    said = notice
    judged = session.page.kind === 'verdict' ? session.judged : undefined
  }
}
