import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'

import { Clone } from '../author/clone.ts'
import { mistakesOf } from '../course/catalog.ts'
import { PseudoTerminal, whyNoTerminal, type Seat } from './pty.ts'
import { root } from './root.ts'

interface Wanted {
  /** Only these chapters: `01-the-post`. All of them when left out. */
  chapters?: readonly string[]
  /** Whether the clone is a git repository, in which every stub is committed. */
  git?: boolean
  /** Whether the known mistakes are there, which the loop judges in the background. */
  mistakes?: boolean
  /** Whether every test goes on where the one before has stopped, with the same terminals. */
  goesOn?: boolean
}

interface Start extends Omit<Seat, 'cwd'> {
  args?: readonly string[]
  /** Instead of `npm start`, without npm. */
  command?: readonly string[]
}

/** Real milliseconds for a test; on a machine that has other things to do a loop may be slow. */
const PATIENCE = 120_000

/** Real milliseconds in which whatever was started has to be gone. */
const SOON = 5_000

/** What `npm start` runs. */
const START = [process.execPath, join('bin', 'kata.cjs'), 'start']

/**
 * For tests: a learner's clone in a folder of its own for all the tests of a file. Before each of
 * them every exercise is as it was handed out. Where there are no pseudo-terminals they are skipped.
 */
export function useClone({
  chapters,
  git = false,
  mistakes = false,
  goesOn = false,
}: Wanted = {}): LearnersClone {
  const clone = new LearnersClone()
  vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })
  beforeAll(() => {
    if (whyNoTerminal !== undefined) return
    clone.make(root, chapters)
    if (!mistakes) clone.withoutMistakes()
    if (git) commit(clone.root)
  })
  beforeEach(({ skip }) => skip(whyNoTerminal !== undefined, whyNoTerminal))
  if (!goesOn) afterEach(() => clone.tidyUp())
  afterAll(async () => {
    vi.resetConfig()
    await clone.tidyUp().finally(() => clone.remove())
  })
  return clone
}

function commit(cwd: string): void {
  const { PATH, HOME } = process.env
  const me = ['-c', 'user.name=learner', '-c', 'user.email=learner@localhost']
  for (const args of [
    ['init', '-q'],
    ['add', 'exercises'],
    [...me, 'commit', '-qm', 'course'],
  ]) {
    execFileSync('git', args, { cwd, env: { PATH, HOME }, stdio: 'ignore' })
  }
}

/** A clone, and whoever sits in front of it. */
export class LearnersClone extends Clone {
  readonly #terminals: PseudoTerminal[] = []

  /** Runs `npm start` in a terminal, or another command. */
  start({ args = [], command, env = {}, ...seat }: Start = {}): PseudoTerminal {
    const { PATH, HOME } = process.env
    const terminal = new PseudoTerminal(command ?? [...START, ...args], {
      ...seat,
      cwd: this.root,
      // Nothing else: the tests themselves run with some variables that are not meant for a learner.
      env: { PATH, HOME, TMPDIR: tmpdir(), ...env },
    })
    this.#terminals.push(terminal)
    return terminal
  }

  withoutMistakes(): void {
    for (const exercise of this.course) {
      for (const file of mistakesOf(this.root, exercise)) rmSync(this.path(file))
    }
  }

  /** The processes that have something to do with this clone; empty where it cannot be known. */
  processes(): string[] {
    if (process.platform !== 'linux') return []
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
          const ours = line.includes(this.root) || readlinkSync(`/proc/${pid}/cwd`) === this.root
          // One that has ended and was not asked how has no command line.
          return ours && line !== '' ? [`${pid} ${line}`] : []
        } catch {
          return []
        }
      })
  }

  /** Who is still there after a while in which everybody has to be gone; as `processes` tells it. */
  async stragglers(): Promise<string[]> {
    const until = performance.now() + SOON
    while (this.processes().length > 0 && performance.now() < until) await wait(50)
    return this.processes()
  }

  async tidyUp(): Promise<void> {
    await Promise.all(this.#terminals.splice(0).map((terminal) => terminal.close()))
    if (this.root === '') return
    this.putStubsBack()
    rmSync(this.path('kept'), { recursive: true, force: true })
  }
}
