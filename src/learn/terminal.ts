import { emitKeypressEvents, type Key } from 'node:readline'
import type { ReadStream, WriteStream } from 'node:tty'
import {
  beginSynchronizedOutput,
  clearViewport,
  cursorHide,
  cursorShow,
  cursorTo,
  endSynchronizedOutput,
  enterAlternativeScreen,
  eraseEndLine,
  exitAlternativeScreen,
} from 'ansi-escapes'
import truncate from 'cli-truncate'
import { onExit } from 'signal-exit'

/** A key as it was pressed: `n`, `return`, `up`; `text` is what it would type, if anything. */
export interface Keypress {
  readonly name: string
  readonly text: string
  readonly ctrl: boolean
}

interface Listeners {
  onKey: (key: Keypress) => void
  /** The size has changed, or the terminal is ours again: what was drawn is gone. */
  onBlank: () => void
}

/** Real milliseconds after which a process that asked to be stopped knows that it was not, or is back. */
const STOPPED_BY_NOW = 100

/**
 * The whole terminal, as one screen that is drawn anew: the alternative screen, keys one by one, no
 * cursor. Whatever ends the process, the terminal is left as it was found.
 */
export class Terminal {
  readonly #input: ReadStream
  readonly #output: WriteStream
  readonly #listeners: Listeners
  #shown: string[] = []
  #ours = false
  readonly #forget: () => void

  constructor(input: ReadStream, output: WriteStream, listeners: Listeners) {
    this.#input = input
    this.#output = output
    this.#listeners = listeners
    this.#forget = onExit(() => this.suspend())
    emitKeypressEvents(input)
    input.on('keypress', this.#pressed)
    output.on('resize', this.#blank)
    process.on('SIGCONT', this.#continued)
    this.resume()
  }

  get columns(): number {
    return this.#output.columns
  }

  get rows(): number {
    return this.#output.rows
  }

  /** Shows these lines from the top, cut at the edges; writes only what has changed. */
  draw(lines: readonly string[]): void {
    if (!this.#ours) return
    const frame = Array.from({ length: this.rows }, (_, row) =>
      truncate(lines[row] ?? '', this.columns),
    )
    const changes = frame.map((line, row) =>
      line === this.#shown[row] ? '' : cursorTo(0, row) + line + eraseEndLine,
    )
    this.#shown = frame
    const text = changes.join('')
    if (text !== '') this.#output.write(beginSynchronizedOutput + text + endSynchronizedOutput)
  }

  /** Gives the terminal back, to another program or to the shell, until `resume`. */
  suspend(): void {
    if (!this.#ours) return
    this.#ours = false
    setRaw(this.#input, false)
    this.#input.pause()
    this.#output.write(cursorShow + exitAlternativeScreen)
  }

  /** Takes the terminal (again) and asks for a new drawing. */
  resume(): void {
    if (this.#ours) return
    this.#ours = true
    setRaw(this.#input, true)
    this.#input.resume()
    this.#output.write(enterAlternativeScreen + cursorHide)
    this.#blank()
  }

  close(): void {
    this.suspend()
    this.#forget()
    this.#input.off('keypress', this.#pressed)
    this.#output.off('resize', this.#blank)
    process.off('SIGCONT', this.#continued)
  }

  readonly #pressed = (text: string | undefined, { name, ctrl = false }: Key): void => {
    if (!this.#ours) return
    if (ctrl && name === 'z' && process.platform !== 'win32') return this.#stop()
    this.#listeners.onKey({ name: name ?? text ?? '', text: text ?? '', ctrl })
  }

  readonly #blank = (): void => {
    this.#shown = []
    if (this.#ours) this.#output.write(clearViewport)
    this.#listeners.onBlank()
  }

  /** Ctrl-Z: the shell takes over; npm and whatever else belongs to the job stops as well. */
  #stop(): void {
    this.suspend()
    setTimeout(() => this.resume(), STOPPED_BY_NOW)
    process.kill(0, 'SIGTSTP')
  }

  /** Somebody else had stopped the process, and the shell has set the terminal to its own liking. */
  readonly #continued = (): void => {
    if (!this.#ours) return
    this.#ours = false
    this.resume()
  }
}

/** Asks a terminal for keys one by one, or for lines as it usually gives them. */
export function setRaw(input: ReadStream, raw: boolean): void {
  // It throws when the terminal is gone already; then there is nothing to restore.
  try {
    input.setRawMode(raw)
  } catch {
    return
  }
}
