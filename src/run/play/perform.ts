import { patchBuiltins } from '../../clock/builtins.ts'
import { Clock } from '../../clock/clock.ts'
import { installClock } from '../../clock/current-clock.ts'
import { rememberIntrinsics, replacedFailure, restoreIntrinsics } from '../../harness/intrinsics.ts'
import { timeLapse } from '../../clock/pace.ts'
import { nativeTimers } from '../../clock/native-timers.ts'
import { DAY, SECOND } from '../../timeline/seconds.ts'
import { problemOf } from '../../harness/submission.ts'
import { spinFailure, Watchdog } from '../../harness/watchdog.ts'
import { replaceConsole } from '../snippets/printed.ts'
import { exactPace, LONGEST } from './pace.ts'
import type { Program } from './program.ts'
import { Recorder } from './recorder.ts'
import * as sentences from './sentences.ts'
import type { PlayEvent } from './state.ts'

/** Story milliseconds that a play goes on after the instant at which the README's story ends. */
const ENCORE = 60 * SECOND

type Run = () => Promise<void>

/**
 * Runs a program at the pace of its story, until nothing is left that could run. What happens is
 * sent as it happens; the last event is returned instead. Call it once in a process: the first thing
 * that goes wrong ends the play, and what was running then is left as it is.
 */
export async function perform(
  program: Program,
  speed: number,
  load: () => Promise<{ default: Run }>,
  send: (event: PlayEvent) => void,
): Promise<PlayEvent> {
  patchBuiltins()
  rememberIntrinsics()
  const performance = new Performance(program, speed, send)
  void performance.run(load)
  return performance.last
}

class Performance {
  readonly last: Promise<PlayEvent>
  readonly #program: Program
  readonly #speed: number
  readonly #recorder: Recorder
  #clock: Clock | undefined
  #finish: (last: PlayEvent) => void = () => undefined
  #ended = false

  constructor(program: Program, speed: number, send: (event: PlayEvent) => void) {
    this.#program = program
    this.#speed = program.real ? 1 : speed
    this.#recorder = new Recorder(() => this.#now, send)
    this.last = new Promise((resolve) => (this.#finish = resolve))
  }

  async run(load: () => Promise<{ default: Run }>): Promise<void> {
    this.#listen()
    try {
      const { default: run } = await load()
      const problem = problemOf(this.#program.test)
      if (problem === undefined) this.#begin(run)
      else this.#fail(problem.sentence)
    } catch (error) {
      this.#fail(sentences.notLoaded(error))
    }
  }

  /** Hears of whatever the program cannot say itself. */
  #listen(): void {
    Watchdog.get().watch((frames) => this.#fail(spinFailure(frames).sentence))
    process.on('unhandledRejection', (error) => this.#fail(sentences.unhandled(error)))
    process.on('uncaughtException', (error) => this.#fail(sentences.lost(error, 'a callback')))
    const print = (lines: string[]) => this.#recorder.print(lines)
    replaceConsole(print, print)
  }

  #begin(run: Run): void {
    const clock = new Clock(
      this.#program.real ? timeLapse(SECOND) : exactPace(SECOND / this.#speed),
    )
    this.#clock = clock
    clock.observe({
      waitStarted: (timer) => this.#recorder.waitStarted(timer),
      waitEnded: (timer, how) => this.#recorder.waitEnded(timer, how),
      threw: (error, where) => this.#fail(sentences.lost(error, where)),
      idle: () => this.#idle(),
      stopped: ({ sentence }) => this.#fail(sentence),
    })
    installClock(clock)
    this.#recorder.begin()
    const limit = this.#program.promised + ENCORE
    nativeTimers.setTimeout(
      () => void this.#stopAt(limit, clock),
      Math.min(limit / this.#speed, LONGEST),
    )
    // In a turn of its own: a loop that is ended takes its turn with it.
    nativeTimers.setImmediate(() => {
      void run().then(
        () => this.#goOn(clock),
        (error: unknown) => this.#reject(error),
      )
      clock.wake()
    })
  }

  /** The program has reached its end; what it has started may still run. */
  async #goOn(clock: Clock): Promise<void> {
    this.#ended = true
    this.#recorder.end('resolved')
    // Before anything else is done with what the answer may have broken.
    this.#mend()
    await clock.drain(DAY)
    await turns()
    this.#mend()
    this.#finish({ kind: 'over', at: this.#now })
  }

  #reject(error: unknown): void {
    this.#recorder.end('rejected')
    this.#fail(sentences.threw(error, this.#now))
  }

  /** On the real clock the program may wait for what no timer announces. */
  #idle(): void {
    if (!this.#ended && !this.#program.real) this.#fail(sentences.neverSettles(this.#now))
  }

  async #stopAt(limit: number, clock: Clock): Promise<void> {
    this.#mend()
    // On a busy machine the clock is late as well: what rings before is to be heard first.
    await clock.sleepOrNot(limit - clock.now)
    // And the watchdog may know better why it was late.
    await turns()
    if (this.#ended) this.#finish({ kind: 'over', at: limit })
    else this.#fail(sentences.neverEnds(limit, this.#program.promised))
  }

  #mend(): void {
    const replaced = restoreIntrinsics()
    if (replaced !== undefined) this.#fail(replacedFailure(replaced).sentence)
  }

  #fail(problem: string): void {
    this.#finish({ kind: 'failed', at: this.#now, problem })
  }

  get #now(): number {
    return this.#clock?.now ?? 0
  }
}

/** Node reports at the end of a turn what nobody handles: two turns, and everything has been heard. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => nativeTimers.setImmediate(resolve))
  }
}
