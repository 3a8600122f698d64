import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import xterm from '@xterm/headless'

import { onOneLine } from '../course/mistake-header.ts'
import { findPython } from '../run/snippets/python.ts'

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

const BRIDGE = fileURLToPath(new URL('terminal.py', import.meta.url))

/** The interpreter itself: what is called `python3` may be a script that first looks for it. */
const findInterpreter = (): string | undefined => {
  const [command, ...args] = process.platform === 'win32' ? [] : (findPython() ?? [])
  if (command === undefined) return undefined
  const code = 'import sys; print(sys.executable)'
  return spawnSync(command, [...args, '-c', code], { encoding: 'utf8' }).stdout.trim()
}

const interpreter = findInterpreter()

/** Why there are no pseudo-terminals here; undefined when there are. */
export const whyNoTerminal: string | undefined =
  interpreter !== undefined
    ? undefined
    : process.platform === 'win32'
      ? 'Python has no pseudo-terminals on Windows'
      : 'there is no Python 3.11 here; npm run check needs one'

/** A command that runs in a pseudo-terminal, and the emulator that understands what it writes. */
export class PseudoTerminal {
  /** All that was written to the terminal, with its escape sequences. */
  raw = ''
  /** The exit code; 128 + n after signal n. */
  readonly exited: Promise<number>
  /** The process of the command. */
  pid = 0
  showsCursor = true
  readonly #emulator: xterm.Terminal
  readonly #bridge: ChildProcess
  readonly #watchers = new Set<() => void>()
  #code: number | undefined
  #isBeingDrawn = false

  constructor(command: readonly string[], { cwd, columns = 80, rows = 24, env = {} }: Seat) {
    if (interpreter === undefined) throw new Error(whyNoTerminal)
    this.#emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
    this.#watchModes()
    const args = ['-X', 'utf8', '-B', BRIDGE, String(columns), String(rows), ...command]
    this.#bridge = spawn(interpreter, args, {
      cwd,
      env: { TERM: 'xterm-256color', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    // The bridge may be gone before it has read everything.
    this.#bridge.stdin?.on('error', () => undefined)
    this.exited = this.#listen()
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
    this.#ask({ type: text })
  }

  press(key: keyof typeof KEYS): void {
    this.type(KEYS[key])
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows)
    this.#ask({ resize: [columns, rows] })
  }

  /** Sends a signal to the command, and to nobody else: `TERM`. */
  signal(name: string): void {
    this.#ask({ signal: name })
  }

  /** Takes the terminal away, as closing its window does. */
  hangUp(): void {
    this.#ask({ hang_up: true })
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

  /** Ends the command, and all that is left of its session. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#bridge.once('close', resolve))
    if (this.#bridge.exitCode === null) {
      this.#bridge.stdin?.end()
      await gone
    }
    this.#emulator.dispose()
  }

  #ask(wish: object): void {
    this.#bridge.stdin?.write(`${JSON.stringify(wish)}\n`)
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

  /** Feeds the emulator; resolves to the exit code once there is nothing more to come. */
  #listen(): Promise<number> {
    const decoder = new TextDecoder()
    let rest = ''
    return new Promise((resolve) => {
      const hear = ({ pid = this.pid, output, exit }: Told) => {
        this.pid = pid
        const bytes = Buffer.from(output ?? '', 'base64')
        this.#emulator.write(bytes, () => {
          this.raw += decoder.decode(bytes, { stream: true })
          this.#code = exit
          for (const look of this.#watchers) look()
          if (exit !== undefined) resolve(exit)
        })
      }
      this.#bridge.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) hear(JSON.parse(line) as Told)
      })
    })
  }
}

/** The mode of a terminal in which it shows its cursor (DECTCEM). */
const CURSOR = 25
/** The mode in which a program is in the middle of a drawing. */
const SYNCHRONIZED = 2026

interface Told {
  pid?: number
  output?: string
  exit?: number
}

/** A sentence may go over several lines. */
function isSeen(seen: Seen, screen: string[]): boolean {
  if (typeof seen === 'function') return seen(screen)
  if (typeof seen === 'string') return onOneLine(screen.join(' ')).includes(onOneLine(seen))
  return seen.test(screen.join('\n'))
}
