import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { memoryFailure } from '../../harness/endless.ts'
import type { Exercise } from '../../course/catalog.ts'
import { shownPath } from '../../judge/submissions.ts'
import type { Request } from './child.ts'
import { programOf, type Program } from './program.ts'
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
  /** Ends the play at once; nothing changes any more, and when it settles, no process is left. */
  stop(): Promise<void>
}

/** Real milliseconds that `now` lags behind, so that no bar grows beyond the end it turns out to have. */
const LAG = 40

/**
 * Plays the program of an exercise's README with an answer, in a process of its own. Whatever goes
 * wrong becomes the sentence of a play that failed.
 */
export function startPlay(root: string, exercise: Exercise, options: Options): Play {
  const program = programOf(root, exercise, options.file)
  if (typeof program !== 'string') return new Stage(root, program, options)
  const state = notBegun({
    title: titleOf(exercise),
    speed: options.speed,
    real: false,
    promised: 0,
  })
  const failed = after(state, { kind: 'failed', at: 0, problem: program })
  return { state: failed, now: () => 0, stop: () => Promise.resolve() }
}

const titleOf = ({ number, slug }: Exercise): string => `${number} ${slug}`

class Stage implements Play {
  #state: PlayState
  #begunAt = 0
  #lastWords = ''
  #stoppedAt: number | undefined
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
    const gone = () => this.#isGone()
    this.#gone = once(this.#child, 'close').then(gone, gone)
    // Later ones are of no interest: it is gone.
    this.#child.on('error', () => undefined)
  }

  get state(): PlayState {
    return this.#state
  }

  now(): number {
    const { phase, at, speed } = this.#state
    if (this.#stoppedAt !== undefined) return this.#stoppedAt
    if (phase !== 'running') return at
    const elapsed = performance.now() - this.#begunAt - LAG
    return Math.max(at, elapsed * speed)
  }

  async stop(): Promise<void> {
    this.#stoppedAt ??= this.now()
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  #happened(event: PlayEvent): void {
    if (isFinished(this.#state) || this.#stoppedAt !== undefined) return
    if (event.kind === 'begun') this.#begunAt = performance.now()
    this.#state = after(this.#state, event)
    this.#onChange()
  }

  #hear(words: string): void {
    this.#lastWords = (this.#lastWords + words).slice(-KEPT)
  }

  /** Without a last event, something has taken the process along. */
  #isGone(): void {
    const ownFault = this.#state.phase === 'preparing' ? errorIn(this.#lastWords) : undefined
    const problem =
      memoryFailure(this.#lastWords)?.sentence ?? ownFault ?? endsProcess(this.#answer)
    this.#happened({ kind: 'failed', at: this.#state.at, problem })
  }
}

/** `file` is the answer's path, as people read it. */
const endsProcess = (file: string): string =>
  `${file} ends the process in which it runs (by process.abort or process.kill), and the program ` +
  'with it. Remove that.'

/** Characters of the error output that are kept. */
const KEPT = 4_000

/** What stands in the error output when the answer is not even read: the fault is ours. */
function errorIn(lastWords: string): string | undefined {
  const error = lastWords.split('\n').find((line) => /^\w*Error\b/.test(line))
  return error === undefined ? undefined : `The program cannot be loaded: ${error}`
}

const start = (root: string, request: Request): ChildProcess =>
  fork(join(root, 'bin', 'kata.cjs'), ['play-child', JSON.stringify(request)], {
    cwd: root,
    // As for the judge, see `harnessOptions`.
    execArgv: ['--no-force-async-hooks-checks', '--disable-warning=PromiseRejectionHandledWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
