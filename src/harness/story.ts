import { EventEmitter } from 'node:events'
import { performance } from 'node:perf_hooks'

import { Clock, type ClockOptions } from '../clock/clock.ts'
import { installClock } from '../clock/current-clock.ts'
import { nativeTimers } from '../clock/native-timers.ts'
import type { Span } from '../timeline/span.ts'
import { gaveUpFailure, spinFailure } from './endless.ts'
import { explained, isAssertion } from './explained.ts'
import { Failed, type Failure } from './failure.ts'
import { framesOf } from './frames.ts'
import { replacedFailure, restoreIntrinsics } from './intrinsics.ts'
import { endWhatRuns } from './outside.ts'
import { afterPatience } from './patience.ts'
import { abortListenersLeft } from './signals.ts'
import { placeIn } from './submission-file.ts'
import { Timeline } from './timeline.ts'
import { patchTicks, Watchdog } from './watchdog.ts'

/** Real milliseconds of work that a story may take; Vitest's own limit, which says nothing, is longer. */
const PATIENCE = 4_000

export interface RunOptions {
  /** Real milliseconds of work after which a run is given up. */
  patience?: number
  /** Asked at each look at the time: whether the caller obeys the clock. Everybody does when left out. */
  obeyedBy?: () => boolean
  /**
   * As Node runs a program: the first error that nobody handles ends it at once, and timers may go on
   * after its end.
   */
  asProgram?: boolean
  /** Called when it is over, however it ended, and before what it has left running is ended. */
  afterwards?: () => Promise<void>
}

/** What a run came to. */
export interface Recording {
  spans: readonly Span[]
  outcome: PromiseSettledResult<unknown>
  /** Real milliseconds during which the event loop was at work, and did not wait. */
  active: number
}

/**
 * The one way to run something on a story's clock: the clock in force, somebody who watches for loops
 * that never end, ears for errors that nobody handles, built-ins put back afterwards. A story runs
 * once.
 */
export class Story {
  readonly clock: Clock
  readonly timeline: Timeline

  constructor(options?: ClockOptions) {
    this.clock = new Clock(options)
    this.timeline = new Timeline(this.clock)
  }

  /**
   * Runs something, and fails for the first thing that it has left behind. After another failure
   * leftovers stay quiet.
   *
   * @throws Failed, or an assertion of a test as it is.
   */
  async run<T>(body: () => Promise<T> | T, options: RunOptions = {}): Promise<T> {
    const { clock, timeline } = this
    timeline.isOfProgram = options.asProgram ?? false
    patchTicks()
    const stopHearing = hearUncaughtErrors(timeline)
    const uninstall = installClock(clock, options.obeyedBy)
    const allowExit = refuseExit(clock)
    try {
      // The built-ins first, before anything else is done with what may have been broken.
      const value = await this.#watched(body, options).finally(() => {
        this.#restore()
        return options.afterwards?.()
      })
      await turns()
      this.#restore()
      const failure =
        timeline.fatal ?? timeline.leftBehind[0] ?? abortListenersLeft(timeline.signals)[0]
      if (failure) throw this.#failed(failure)
      return value
    } catch (error) {
      // What nobody has handled is told at the end of a turn, and may be where this comes from.
      await turns()
      this.#restore()
      const failure = explained(error, timeline)
      const asItIs =
        error instanceof Failed
          ? error.failure === failure
          : failure.kind === 'value' && isAssertion(error)
      throw asItIs ? error : new Failed(failure)
    } finally {
      clock.close()
      await endWhatRuns()
      await turns()
      uninstall()
      allowExit()
      stopHearing()
    }
  }

  /** Runs something, and keeps what happened. Never rejects: what goes wrong is the outcome. */
  async record(body: () => Promise<unknown>, options?: RunOptions): Promise<Recording> {
    const before = performance.eventLoopUtilization()
    const [outcome] = await Promise.allSettled([this.run(body, options)])
    const { active } = performance.eventLoopUtilization(before)
    return { spans: this.timeline.spans, outcome, active }
  }

  /**
   * Calls it in a turn of its own. A loop that never ends takes the turn with it, and every promise
   * that was waiting there; so the verdict must come from outside.
   */
  async #watched<T>(
    body: () => Promise<T> | T,
    { patience = PATIENCE, asProgram = false }: RunOptions,
  ): Promise<T> {
    const { timeline } = this
    const ends: (() => void)[] = []
    try {
      return await new Promise<T>((resolve, reject) => {
        const stop = (failure: Failure) => {
          timeline.stop(failure)
          reject(new Failed(failure))
        }
        const giveUp = () => stop(gaveUpFailure(patience, timeline.inFlight(), this.clock.rung))
        ends.push(
          Watchdog.get().watch((frames) => stop(spinFailure(frames))),
          afterPatience(patience, giveUp),
        )
        // In a turn of its own: by then all is heard that is to be told.
        if (asProgram) {
          timeline.onLoss = (failure) =>
            void nativeTimers.setImmediate(() => reject(this.#failed(failure)))
        }
        nativeTimers.setImmediate(() => {
          void (async () => body())().then(resolve, reject)
        })
      })
    } finally {
      for (const end of ends) end()
    }
  }

  #failed(failure: Failure): Failed {
    return new Failed(failure, this.timeline.causes.get(failure))
  }

  #restore(): void {
    const replaced = restoreIntrinsics()
    if (replaced !== undefined) this.timeline.fatal ??= replacedFailure(replaced)
  }
}

/** Node reports what nobody handles at the end of a turn: two turns, and everything has been heard. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => nativeTimers.setImmediate(resolve))
  }
}

type Listen = (this: NodeJS.Process, event: string, listener: (error: unknown) => void) => unknown

/** Node's own, since nobody need ask here who adds a listener (see `outside.ts`): it takes its time. */
const on: Listen = Reflect.get(EventEmitter.prototype, 'on')
const off: Listen = Reflect.get(EventEmitter.prototype, 'off')

/** Notes errors that nobody handles; Vitest stays quiet while somebody else listens. */
function hearUncaughtErrors(timeline: Timeline): () => void {
  const onRejection = (reason: unknown) => timeline.unheard(reason)
  const onException = (error: unknown) => timeline.threw(error, 'a callback')
  on.call(process, 'unhandledRejection', onRejection)
  on.call(process, 'uncaughtException', onException)
  return () => {
    off.call(process, 'unhandledRejection', onRejection)
    off.call(process, 'uncaughtException', onException)
  }
}

/** Vitest itself turns `process.exit` into an error; here it becomes a failure with its line. */
function refuseExit(clock: Clock): () => void {
  const exit: typeof process.exit = Reflect.get(process, 'exit')
  process.exit = (code) => {
    const at = placeIn(framesOf(new Error()))
    if (!at) return exit(code)
    throw clock.stop(new Failed(exitFailure(at)))
  }
  return () => {
    process.exit = exit
  }
}

const exitFailure = (at: NonNullable<Failure['at']>): Failure => ({
  kind: 'exit',
  sentence:
    `Your code ends the whole process, with process.exit at ${at.file}:${at.line}.\n` +
    'The tests end with it. Let the function come to its end instead.',
  at,
})
