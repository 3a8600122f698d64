import { emitKeypressEvents, type Interface, type Key } from 'node:readline'
import * as ansi from 'ansi-escapes'
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
  readonly #onBlank: () => void
  #shown: string[] = []
  #ours = false
  readonly #stopListening: () => void
  readonly #forget: () => void

  constructor({ onKey, onBlank }: Listeners) {
    this.#onBlank = onBlank
    this.#forget = onExit(() => this.suspend())
    this.#stopListening = listenToKeys((key) => {
      if (!this.#ours) return
      const stops = key.ctrl && key.name === 'z' && process.platform !== 'win32'
      if (stops) this.#stop()
      else onKey(key)
    })
    // Not 'resize': made small and large again meanwhile, it has lost what was drawn, and its size is the
    // same. Node's own listener comes before this one.
    process.on('SIGWINCH', this.#blank)
    process.on('SIGCONT', this.#continued)
    this.resume()
  }

  /** Shows these lines from the top, cut at the edges; writes only what has changed. */
  draw(lines: readonly string[]): void {
    if (!this.#ours) return
    const { columns, rows } = sizeOfTerminal()
    const frame = Array.from({ length: rows }, (_, row) => truncate(lines[row] ?? '', columns))
    const changes = frame.map((line, row) =>
      line === this.#shown[row] ? '' : ansi.cursorTo(0, row) + line + ansi.eraseEndLine,
    )
    this.#shown = frame
    const text = changes.join('')
    if (text !== '')
      process.stdout.write(ansi.beginSynchronizedOutput + text + ansi.endSynchronizedOutput)
  }

  /** Gives the terminal back, to another program or to the shell, until `resume`. */
  suspend(): void {
    if (!this.#ours) return
    this.#ours = false
    takeKeys(false)
    process.stdout.write(ansi.cursorShow + ansi.exitAlternativeScreen)
  }

  /** Takes the terminal (again) and asks for a new drawing. */
  resume(): void {
    if (this.#ours) return
    this.#ours = true
    takeKeys(true)
    process.stdout.write(ansi.enterAlternativeScreen + ansi.cursorHide)
    this.#blank()
  }

  close(): void {
    this.suspend()
    this.#forget()
    this.#stopListening()
    process.off('SIGWINCH', this.#blank)
    process.off('SIGCONT', this.#continued)
  }

  readonly #blank = (): void => {
    this.#shown = []
    if (this.#ours) process.stdout.write(ansi.clearViewport)
    this.#onBlank()
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

/** The size of the terminal, or what is usual where it does not tell: a container's says 0 × 0. */
export const sizeOfTerminal = (): { columns: number; rows: number } => ({
  columns: process.stdout.columns || 80,
  rows: process.stdout.rows || 24,
})

/**
 * Real milliseconds after which Esc is a key by itself, and not the beginning of one that a terminal
 * spells out; Node would wait for half a second.
 */
const ESCAPE = 50

/** Tells of each key on the standard input, until the result is called. */
export function listenToKeys(onKey: (key: Keypress) => void): () => void {
  const pressed = (text = '', { name = text, ctrl = false }: Key) => onKey({ name, text, ctrl })
  emitKeypressEvents(process.stdin, { escapeCodeTimeout: ESCAPE } as unknown as Interface)
  process.stdin.on('keypress', pressed)
  return () => process.stdin.off('keypress', pressed)
}

/** Takes the keys one by one, as they are pressed; or leaves them to whoever reads lines. */
export function takeKeys(taken: boolean): void {
  // It throws when the terminal is gone already; then there is nothing to restore.
  try {
    process.stdin.setRawMode(taken)
  } catch {
    // Nobody presses a key any more.
  }
  if (taken) process.stdin.resume()
  else process.stdin.pause()
}
