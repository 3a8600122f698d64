import { link } from 'ansi-escapes'
import picocolors from 'picocolors'

import { draw } from './draw.ts'
import type { Session } from './session.ts'
import { listenToKeys, takeKeys, Terminal, type Keypress } from './terminal.ts'
import { lines } from './text.ts'

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
    const { columns, rows } = process.stdout
    const { lines, lastScroll } = draw(root, shown, { columns, rows, paint: picocolors, link })
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

/**
 * A screen without a cursor that could be moved: a dumb terminal. Prints what is to be seen, one below
 * the other, and only when something has come of it.
 */
export function plainScreen(root: string, onKey: (key: Keypress) => void): Screen {
  const print = printer(root)
  const hasKeys = process.stdin.isTTY && process.stdout.isTTY
  const take = (taken: boolean) => hasKeys && takeKeys(taken)
  const stopListening = hasKeys ? listenToKeys(onKey) : () => undefined
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

/** Columns of a screen that does not tell how wide it is. */
const COLUMNS = 80

/** Prints sessions, and what has just happened, unless that is what stands there already. */
export function printer(root: string): (session: Session) => void {
  let [printed, said] = ['', '']
  return (session) => {
    const columns = process.stdout.isTTY ? process.stdout.columns : COLUMNS
    const canvas = { columns, rows: undefined, paint: picocolors, link: (text: string) => text }
    const text = draw(root, session, canvas).lines.join('\n')
    if (text !== printed) console.log(text)
    const { notice } = session
    if (notice !== '' && notice !== said) console.log(`${lines(notice, columns, 1).join('\n')}\n`)
    ;[printed, said] = [text, notice]
  }
}
