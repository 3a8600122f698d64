import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { SECOND } from '../../harness/story.ts'
import { MEMORY_PREFIX } from '../../harness/watchdog.ts'
import type { Exercise } from '../catalog.ts'
import { shownPath } from '../submissions.ts'
import type { Request } from './child.ts'
import { programOf, type Program } from './program.ts'
import { endsProcess } from './sentences.ts'
import { after, isFinished, notBegun, type PlayEvent, type PlayState } from './state.ts'

interface Options {
  /** Story seconds that go by in a real one; a program that needs the real clock ignores it. */
  speed: number
  /** The answer, relative to the repository or absolute; the learner's own when left out. */
  file?: string
  /** Called after every change of the state, and never from within `startPlay`. */
  onChange: () => void
}

/** A program of a README that is run at the pace of its story. */
export interface Play {
  readonly state: PlayState
  /** Story milliseconds, between two events as well; stands still once the play is finished. */
  now(): number
  /** Ends the play at once; when it settles, no process is left. */
  stop(): Promise<void>
}

/** Real milliseconds that `now` lags behind, so that no bar grows beyond the end it turns out to have. */
const LAG = 40

/**
 * Plays the program of an exercise's README with an answer, in a process of its own.
 *
 * @throws Error with a sentence when the README has no program to play.
 */
export function startPlay(root: string, exercise: Exercise, options: Options): Play {
  return new Stage(root, programOf(root, exercise, options.file), options)
}

class Stage implements Play {
  #state: PlayState
  #begunAt = 0
  #lastWords = ''
  readonly #answer: string
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  readonly #onChange: () => void

  constructor(root: string, program: Program, options: Options) {
    const { title, real, promised } = program
    const speed = real ? 1 : options.speed
    this.#state = notBegun({ title, real, promised, speed })
    this.#answer = shownPath(root, program.answer)
    this.#onChange = options.onChange
    this.#child = start(root, { program, speed })
    this.#child.on('message', (event: PlayEvent) => this.#happened(event))
    this.#child.stderr?.on('data', (chunk) => this.#hear(String(chunk)))
    this.#gone = once(this.#child, 'close').then(() => this.#isGone())
  }

  get state(): PlayState {
    return this.#state
  }

  now(): number {
    const { phase, at, speed } = this.#state
    if (phase !== 'running') return at
    const elapsed = performance.now() - this.#begunAt - LAG
    return Math.max(at, (elapsed / SECOND) * speed * SECOND)
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  #happened(event: PlayEvent): void {
    if (event.kind === 'begun') this.#begunAt = performance.now()
    if (isFinished(this.#state)) return
    this.#state = after(this.#state, event)
    this.#onChange()
  }

  #hear(words: string): void {
    this.#lastWords = (this.#lastWords + words).slice(-KEPT)
  }

  /** Without a last event, something has taken the process along. */
  #isGone(): void {
    const problem = fillsMemory(this.#lastWords) ?? endsProcess(this.#answer)
    this.#happened({ kind: 'failed', at: this.now(), problem })
  }
}

/** Characters of the error output that are kept. */
const KEPT = 4_000

const fillsMemory = (lastWords: string): string | undefined =>
  lastWords.split('\n').find((line) => line.startsWith(MEMORY_PREFIX))

const start = (root: string, request: Request): ChildProcess =>
  fork(join(root, 'bin', 'run.mjs'), ['play/child', JSON.stringify(request)], {
    cwd: root,
    // As for the judge, see `harnessOptions`.
    execArgv: ['--no-force-async-hooks-checks', '--disable-warning=PromiseRejectionHandledWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
