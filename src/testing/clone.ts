import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { exerciseNamed, holdsTodo, readCourse, type Exercise } from '../course/catalog.ts'
import { originalStub } from '../course/stubs.ts'
import { PseudoTerminal, type Seat } from './pty.ts'
import { root } from './root.ts'

const LEFT_OUT = '.git node_modules .cache dist coverage handouts kept'.split(' ')
const MIRRORS = ['exercises', 'solutions', 'test']

export interface Wanted {
  /** Only these chapters: `01-the-post`. All of them when left out. */
  chapters?: readonly string[]
  /** Whether the clone is a git repository, in which every stub is committed. */
  git?: boolean
  /** Whether every test goes on where the one before has stopped, with the same terminals. */
  goesOn?: boolean
}

interface Start extends Omit<Seat, 'cwd'> {
  args?: readonly string[]
  /** Instead of `npm start`, without npm. */
  command?: readonly string[]
}

/**
 * A learner's clone, in a temporary folder of its own: every exercise is as it was handed out. For
 * tests and benchmarks.
 */
export class Clone {
  root = ''
  readonly #stubs = new Map<string, string>()
  readonly #terminals: PseudoTerminal[] = []

  get course(): Exercise[] {
    return readCourse(this.root)
  }

  make({ chapters, git = false }: Wanted): void {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'async-kata-loop-')))
    for (const name of readdirSync(root)) {
      if (!LEFT_OUT.includes(name)) {
        cpSync(join(root, name), join(this.root, name), { recursive: true })
      }
    }
    symlinkSync(join(root, 'node_modules'), join(this.root, 'node_modules'), 'junction')
    for (const mirror of chapters ? MIRRORS : []) this.#keep(mirror, chapters ?? [])
    for (const exercise of this.course) this.#stubs.set(exercise.stub, stubIn(root, exercise))
    this.#putStubsBack()
    if (git) this.#commit()
  }

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

  /** The absolute path of a file. */
  path(file: string): string {
    return join(this.root, file)
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8')
  }

  /** Saves an answer to an exercise. */
  save(slug: string, text: string): void {
    writeFileSync(this.path(this.stubOf(slug)), text)
  }

  /** Saves the reference solution of an exercise as the answer. */
  solve(slug: string): void {
    this.save(slug, this.solutionOf(slug))
  }

  stubOf(slug: string): string {
    return exerciseNamed(this.course, slug).stub
  }

  solutionOf(slug: string): string {
    return this.read(exerciseNamed(this.course, slug).solution)
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
          return ours && line !== '' && !line.includes('terminal.py') ? [`${pid} ${line}`] : []
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
    this.#putStubsBack()
    rmSync(this.path('kept'), { recursive: true, force: true })
  }

  remove(): void {
    if (this.root !== '') rmSync(this.root, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Whoever runs the tests may have solved some exercises already. */
  #putStubsBack(): void {
    for (const [stub, text] of this.#stubs) {
      mkdirSync(dirname(this.path(stub)), { recursive: true })
      writeFileSync(this.path(stub), text)
    }
  }

  #keep(mirror: string, chapters: readonly string[]): void {
    for (const name of readdirSync(this.path(mirror))) {
      if (/^\d/.test(name) && !chapters.includes(name)) {
        rmSync(this.path(join(mirror, name)), { recursive: true })
      }
    }
  }

  #commit(): void {
    const { PATH, HOME } = process.env
    const me = ['-c', 'user.name=learner', '-c', 'user.email=learner@localhost']
    for (const args of [
      ['init', '-q'],
      ['add', 'exercises'],
      [...me, 'commit', '-qm', 'course'],
    ]) {
      execFileSync('git', args, { cwd: this.root, env: { PATH, HOME }, stdio: 'ignore' })
    }
  }
}

/** Real milliseconds in which whatever was started has to be gone. */
const SOON = 5_000

/** What `npm start` runs. */
const START = [process.execPath, join('bin', 'start.mjs')]

function stubIn(root: string, exercise: Exercise): string {
  const text = readFileSync(join(root, exercise.stub), 'utf8')
  return holdsTodo(text) ? text : originalStub(root, exercise)
}
