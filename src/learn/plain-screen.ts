import { emitKeypressEvents, type Key } from 'node:readline'
import type { ReadStream, WriteStream } from 'node:tty'
import picocolors from 'picocolors'

import type { Screen } from './full-screen.ts'
import { draw } from './screen.ts'
import type { Session } from './session.ts'
import { setRaw, type Keypress } from './terminal.ts'
import { lines } from './text.ts'

/** Columns of a screen that does not tell how wide it is. */
const COLUMNS = 80

/**
 * A screen without a cursor that could be moved: a dumb terminal, or a pipe. Prints what is to be
 * seen, one below the other, and only when something has come of it.
 */
export class PlainScreen implements Screen {
  readonly #root: string
  readonly #output: WriteStream
  readonly #input: ReadStream | undefined
  readonly #onKey: (key: Keypress) => void
  #printed = ''
  #said = ''

  constructor(
    root: string,
    streams: { input: ReadStream; output: WriteStream },
    onKey: (key: Keypress) => void,
  ) {
    this.#root = root
    this.#output = streams.output
    this.#onKey = onKey
    this.#input = streams.input.isTTY && streams.output.isTTY ? streams.input : undefined
    this.#listen()
  }

  show(session: Session): void {
    const { judged, page } = session
    const waits = !judged || judged.confirming || session.busy
    // A play would be printed ten times a second.
    if (page.kind === 'verdict' ? waits : page.kind === 'play' && page.play.phase !== 'over') return
    this.print(session)
  }

  /** Prints a session, and what has just happened, unless that is what stands there already. */
  print(session: Session): void {
    const columns = this.#output.isTTY ? this.#output.columns : COLUMNS
    const canvas = { columns, rows: undefined, paint: picocolors, link: (text: string) => text }
    const text = draw(this.#root, session, canvas).lines.join('\n')
    if (text !== this.#printed) this.#output.write(`${text}\n`)
    this.#printed = text
    const { notice } = session
    const isNew = notice !== '' && notice !== this.#said
    if (isNew) this.#output.write(`${lines(notice, columns, 1).join('\n')}\n\n`)
    this.#said = notice
  }

  async lend(use: () => Promise<void>): Promise<void> {
    this.#input?.setRawMode(false)
    await use().finally(() => this.#input?.setRawMode(true))
  }

  close(): void {
    this.#input?.off('keypress', this.#pressed)
    if (this.#input) setRaw(this.#input, false)
    this.#input?.pause()
  }

  #listen(): void {
    if (!this.#input) return
    emitKeypressEvents(this.#input)
    this.#input.setRawMode(true)
    this.#input.on('keypress', this.#pressed)
    this.#input.resume()
  }

  readonly #pressed = (text: string | undefined, { name, ctrl = false }: Key): void =>
    this.#onKey({ name: name ?? text ?? '', text: text ?? '', ctrl })
}
