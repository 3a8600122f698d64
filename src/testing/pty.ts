import type { IPty } from '@lydell/node-pty'
import xterm from '@xterm/headless'

import { onOneLine } from '../course/mistake-header.ts'

/** For tests: a command in a real pseudo-terminal, and what somebody would see who sat in front of it. */
export interface Seat {
  cwd: string
  columns?: number
  rows?: number
  /** The whole environment but `TERM`, which can be given, too. */
  env?: NodeJS.ProcessEnv
}

/** Real milliseconds for which a test waits for something to be seen. */
const PATIENCE = 45_000

const KEYS = {
  up: '\x1b[A',
  down: '\x1b[B',
  end: '\x1b[F',
  home: '\x1b[H',
  pagedown: '\x1b[6~',
  enter: '\r',
  escape: '\x1b',
  backspace: '\x7f',
  'ctrl-c': '\x03',
  'ctrl-z': '\x1a',
}

type Seen = string | RegExp | ((screen: string[]) => boolean)

/** There is none where nobody has built one for the system: Alpine, most likely. */
const pty = await import('@lydell/node-pty').catch((error: unknown) => String(error))

/** Why there are no pseudo-terminals here; undefined when there are. */
export const whyNoTerminal: string | undefined =
  process.platform === 'win32'
    ? 'these tests send signals, and nobody has tried them on Windows'
    : typeof pty === 'string'
      ? `@lydell/node-pty cannot be loaded here: ${pty.split('\n')[0] ?? ''}`
      : undefined

/** A command that runs in a pseudo-terminal, and the emulator that understands what it writes. */
export class PseudoTerminal {
  /** All that was written to the terminal, with its escape sequences. */
  raw = ''
  /** The exit code; 128 + n after signal n. */
  readonly exited: Promise<number>
  showsCursor = true
  readonly #emulator: xterm.Terminal
  readonly #pty: IPty & { destroy(): void }
  readonly #watchers = new Set<() => void>()
  #code: number | undefined
  #hasEnded = false
  #isBeingDrawn = false

  constructor(command: readonly string[], { cwd, columns = 80, rows = 24, env = {} }: Seat) {
    if (typeof pty === 'string') throw new Error(whyNoTerminal)
    this.#emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
    this.#watchModes()
    const [file = '', ...args] = command
    const all: [string, string | undefined][] = Object.entries({ TERM: 'xterm-256color', ...env })
    this.#pty = pty.spawn(file, args, {
      cwd,
      cols: columns,
      rows,
      env: Object.fromEntries(all.filter(([, value]) => value !== undefined)),
    }) as IPty & { destroy(): void }
    this.#pty.onData((text) => this.#emulator.write(text, () => this.#hear(text)))
    this.exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => {
        this.#hasEnded = true
        const code = signal > 0 ? 128 + signal : exitCode
        // Behind all that was written before.
        this.#emulator.write('', () => {
          this.#code = code
          this.#hear('')
          resolve(code)
        })
      })
    })
  }

  /** The process of the command. */
  get pid(): number {
    return this.#pty.pid
  }

  /** What is on the screen: all of its rows, without trailing blanks. */
  screen(): string[] {
    const { active } = this.#emulator.buffer
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    )
  }

  /** Whether the screen is one that goes away again, and leaves what was there before. */
  get isAlternate(): boolean {
    return this.#emulator.buffer.active.type === 'alternate'
  }

  type(text: string): void {
    this.#pty.write(text)
  }

  press(key: keyof typeof KEYS): void {
    this.type(KEYS[key])
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows)
    this.#pty.resize(columns, rows)
  }

  /** Sends a signal to the command, and to nobody else: `TERM`. */
  signal(name: string): void {
    if (!this.#hasEnded) this.#kill(this.pid, name)
  }

  /** Takes the terminal away, as closing its window does. */
  hangUp(): void {
    this.#pty.destroy()
  }

  /**
   * Waits until something can be seen, and resolves to the screen; a text may go over several of
   * its lines, and one blank is as good as many.
   *
   * @throws Error that shows the screen, after `patience` real milliseconds or when the command ends.
   */
  waitFor(seen: Seen, patience: number = PATIENCE): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const look = () => {
        // Half a drawing is nothing that anybody gets to see.
        if (!this.#isBeingDrawn && isSeen(seen, this.screen())) resolve(stop())
        else if (this.#code !== undefined) fail(`The command has ended with ${this.#code}`)
      }
      const fail = (why: string) => {
        const screen = stop().join('\n')
        reject(new Error(`${why}, and this is not to be seen: ${String(seen)}\n\n${screen}`))
      }
      const stop = () => {
        clearTimeout(alarm)
        this.#watchers.delete(look)
        return this.screen()
      }
      const alarm = setTimeout(() => fail(`${patience} ms are over`), patience)
      this.#watchers.add(look)
      look()
    })
  }

  /** Resolves when nothing has been written for so many real milliseconds. */
  async rest(ms: number): Promise<void> {
    for (let length = -1; length !== this.raw.length;) {
      length = this.raw.length
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }

  /** Ends the command, and all that is left of its session. */
  async close(): Promise<void> {
    this.hangUp()
    this.#kill(-this.pid, 'KILL')
    await this.exited
    this.#emulator.dispose()
  }

  /** Who has gone already needs no signal. */
  #kill(pid: number, signal: string): void {
    try {
      process.kill(pid, `SIG${signal}`)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }

  #hear(text: string): void {
    this.raw += text
    for (const look of this.#watchers) look()
  }

  #watchModes(): void {
    for (const final of ['h', 'l']) {
      this.#emulator.parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
        if (modes.includes(CURSOR)) this.showsCursor = final === 'h'
        if (modes.includes(SYNCHRONIZED)) this.#isBeingDrawn = final === 'h'
        return false
      })
    }
  }
}

/** The mode of a terminal in which it shows its cursor (DECTCEM). */
const CURSOR = 25
/** The mode in which a program is in the middle of a drawing. */
const SYNCHRONIZED = 2026

/** A sentence may go over several lines. */
function isSeen(seen: Seen, screen: string[]): boolean {
  if (typeof seen === 'function') return seen(screen)
  if (typeof seen === 'string') return onOneLine(screen.join(' ')).includes(onOneLine(seen))
  return seen.test(screen.join('\n'))
}
