import type { ReadStream, WriteStream } from 'node:tty'
import { link } from 'ansi-escapes'
import picocolors from 'picocolors'

import { draw } from './screen.ts'
import type { Session } from './session.ts'
import { Terminal, type Keypress } from './terminal.ts'

/** Something on which a session is shown. */
export interface Screen {
  show(session: Session): void
  /** Gives the terminal to somebody else meanwhile. */
  lend(use: () => Promise<void>): Promise<void>
  close(): void
}

interface Streams {
  input: ReadStream
  output: WriteStream
}

interface Listeners {
  onKey: (key: Keypress) => void
  /** What is shown is longer than the screen by so many lines. */
  onLastScroll: (last: number) => void
}

/** The screen of a real terminal: drawn anew at each change, as large as the terminal is. */
export class FullScreen implements Screen {
  readonly #root: string
  readonly #terminal: Terminal
  readonly #listeners: Listeners
  #session: Session | undefined

  constructor(root: string, { input, output }: Streams, listeners: Listeners) {
    this.#root = root
    this.#listeners = listeners
    const onBlank = () => this.#redraw()
    this.#terminal = new Terminal(input, output, { onKey: listeners.onKey, onBlank })
  }

  show(session: Session): void {
    this.#session = session
    this.#redraw()
  }

  async lend(use: () => Promise<void>): Promise<void> {
    this.#terminal.suspend()
    await use().finally(() => this.#terminal.resume())
  }

  close(): void {
    this.#terminal.close()
  }

  #redraw(): void {
    // The terminal asks for a drawing while it is being made.
    if (!this.#session) return
    const { columns, rows } = this.#terminal
    const { lines, lastScroll } = draw(this.#root, this.#session, {
      columns,
      rows,
      paint: picocolors,
      link,
    })
    this.#listeners.onLastScroll(lastScroll)
    this.#terminal.draw(lines)
  }
}
