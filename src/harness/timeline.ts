import type { Clock } from '../clock/clock.ts'
import { currentClock } from '../clock/current-clock.ts'
import type { Verdict } from '../timeline/compare.ts'
import { stopFailure } from './endless.ts'
import { Failed, type Failure } from './failure.ts'
import { neverSettled, onlyUnrefed, timerLeft, uncaught, unhandled } from './leftovers.ts'
import { openedSince, openResources } from '../clock/open-requests.ts'
import { ownErrorsIn, type OwnError } from './own-errors.ts'
import { inspected } from './sentence.ts'
import { listed, type Settled, type Span } from '../timeline/span.ts'
import { isHeard, type HandedOut } from './signals.ts'
import { SECOND, secondOf, secondsOf } from '../timeline/seconds.ts'
import type { ClockObserver, Timer } from '../clock/timer.ts'

/** What a job of the test does when its time is over, and how it takes an abort. */
export interface JobOutcome<T> {
  /** The value it resolves to; its label when left out. */
  returns?: T
  /** The error with which it rejects instead. */
  throws?: unknown
  /** Story milliseconds that it needs to clean up after an abort; 0 when left out. */
  cleanup?: number
  /** It does not listen to its signal. */
  deaf?: boolean
}

/** What a signal of the test does; see `Timeline.controller`. */
interface ControllerOptions {
  alsoWhenAborted?: boolean
  after?: number
  reason?: unknown
}

/** An error of the submission's own, and how it was heard. */
export type Thrown = OwnError & {
  /** The call that it rejected, if it did. */
  call: Span | undefined
  /** Nobody has handled it. */
  loose: boolean
}

/** Story milliseconds that leftovers are given after a call has settled, to be seen in a picture. */
const AFTERGLOW = 60 * SECOND

/**
 * What happened, and when: the recording of one test. Tests start the exercise with `call`, hand it
 * jobs made with `job`, and compare the whole with a picture.
 */
export class Timeline {
  readonly spans: Span[] = []
  /** What nobody awaited, cleared or caught. */
  readonly leftBehind: Failure[] = []
  /** The errors behind some of that. */
  readonly causes = new Map<Failure, unknown>()
  /** The submission's own errors, in the order in which they were heard. */
  readonly thrown: Thrown[] = []
  /** What the submission uses that lives outside the story's time. */
  readonly outside: Failure[] = []
  /** What was rejected while nobody was listening, as soon as Node has noticed it. */
  readonly unheardReasons: unknown[] = []
  /** Whether the test itself has made time pass. */
  hasSlept = false
  readonly #clock: Clock
  readonly #waits = new Map<Timer, Span>()
  readonly #signals: HandedOut[] = []
  readonly #resources = openResources()
  #lost: Failure | undefined
  readonly #calls = new Map<Span, (error: Error) => void>()
  /** What the comparisons with pictures found, for whoever draws them. */
  readonly verdicts: Verdict[] = []
  /** The first thing that makes any further verdict meaningless, such as a busy loop. */
  fatal: Failure | undefined

  /** Whether it records a program, whose timers may go on after its end. */
  isOfProgram = false
  /** Told of each error that nobody could catch or has handled. */
  onLoss: (failure: Failure) => void = () => undefined
  /** Told of each span that has begun or ended. */
  onSpan: (span: Span) => void = () => undefined

  constructor(clock: Clock) {
    this.#clock = clock
    timelines.set(clock, this)
    clock.observe(this.observer)
  }

  /** What the last comparison found. */
  get verdict(): Verdict | undefined {
    return this.verdicts.at(-1)
  }

  /** Story milliseconds since the test began. */
  get now(): number {
    return this.#clock.now
  }

  /** A pause of the test's own; it appears in no picture. `ms` in story milliseconds. */
  sleep(ms: number): Promise<void> {
    this.hasSlept = true
    return this.#clock.sleep(ms)
  }

  /** Notes an instant. */
  mark(label: string): void {
    this.#add(asLabel(label), 'mark', this.now, 'resolved')
  }

  /**
   * A job for the submission: a function that, each time it is called, is in flight for `ms` story
   * milliseconds and then resolves to its label, or does what `outcome` says. Given a signal, it
   * ends when that is aborted, rejecting with the signal's reason; whatever else it is given, such
   * as the error that a `catch` hands on, leaves it cold.
   */
  job(label: string, ms: number): (signal?: AbortSignal) => Promise<string>
  job<T>(label: string, ms: number, outcome: JobOutcome<T>): (signal?: AbortSignal) => Promise<T>
  job<T>(
    label: string,
    ms: number,
    outcome: JobOutcome<T | string> = {},
  ): (signal?: AbortSignal) => Promise<T | string> {
    return async (given) => {
      const span = this.#add(label, 'job')
      const signal = !outcome.deaf && given instanceof AbortSignal ? given : undefined
      const aborted = await this.#untilAborted(ms, signal)
      if (aborted) {
        await this.#clock.sleepOrNot(outcome.cleanup ?? 0)
        this.#end(span, 'aborted')
        throw signal?.reason
      }
      if ('throws' in outcome) {
        this.#end(span, 'rejected')
        throw outcome.throws
      }
      this.#end(span, 'resolved')
      return 'returns' in outcome ? outcome.returns : label
    }
  }

  /**
   * Calls the exercise and records the call. It settles as the exercise does, after time has run on
   * until nothing is left that could run, so that a picture shows what nobody waited for.
   *
   * @throws Error when the call cannot settle any more; the sentence names what is still open.
   */
  async call<T>(label: string, run: () => PromiseLike<T> | T): Promise<T> {
    try {
      return await this.start(label, run)
    } finally {
      await this.rest()
    }
  }

  /** Like `call`, but for an outcome of which the test wants to see both sides. */
  async outcome<T>(label: string, run: () => PromiseLike<T> | T): Promise<PromiseSettledResult<T>> {
    const [outcome] = await Promise.allSettled([this.call(label, run)])
    return outcome
  }

  /** Like `call`, but settles at the very instant at which the exercise does. */
  start<T>(label: string, run: () => PromiseLike<T> | T): Promise<T> {
    const span = this.#add(label, 'call')
    const outcome = new Promise<T>((resolve, reject) => {
      const settle = (how: Settled, pass: () => void) => {
        if (!this.#calls.delete(span)) return
        this.#end(span, how)
        pass()
      }
      // Given up, it has not settled: its span stays open.
      this.#calls.set(span, (error) => {
        this.#calls.delete(span)
        reject(error)
      })
      void (async () => run())().then(
        (value) => {
          this.hear(value)
          settle('resolved', () => resolve(value))
        },
        (error: unknown) => {
          this.hear(error, { call: span })
          settle('rejected', () => reject(error))
        },
      )
      this.#clock.wake()
    })
    const settled = outcome.finally(() => this.#lookBehind())
    // A test may look at several calls one after the other: none of them is unhandled meanwhile.
    settled.catch(() => undefined)
    return settled
  }

  /** Lets time run on until nothing is left that could run, or a minute of the story is over. */
  rest(): Promise<void> {
    return this.#clock.drain(AFTERGLOW)
  }

  /**
   * A controller whose signal the test hands out. An abort is marked under `name`; a listener that
   * is still on the signal when the test ends fails it. On a signal that was aborted it does so only
   * with `alsoWhenAborted`, for exercises whose README asks for that. With `after`, in story
   * milliseconds from now, it aborts by itself then, for `reason`.
   */
  controller(
    name: string,
    { alsoWhenAborted = false, after, reason }: ControllerOptions = {},
  ): AbortController {
    const controller = new AbortController()
    const abort = controller.abort.bind(controller)
    controller.abort = (reason?: unknown) => {
      const { signal } = controller
      const unheard = isHeard(signal) ? {} : { unheard: true }
      if (!signal.aborted) Object.assign(this.#add(name, 'mark', this.now, 'aborted'), unheard)
      abort(reason)
    }
    this.#signals.push({ name, signal: controller.signal, alsoWhenAborted })
    if (after !== undefined) void this.sleep(after).then(() => controller.abort(reason))
    return controller
  }

  /** The signals handed out by `controller`. */
  get signals(): readonly HandedOut[] {
    return this.#signals
  }

  /** The calls and jobs that are in flight now, in words. */
  inFlight(): string {
    const open = this.spans.filter((span) => span.end === undefined)
    return listed(open.map((span) => `${span.label} (since second ${secondOf(span.start)})`))
  }

  /** What the clock tells this recording. */
  get observer(): ClockObserver {
    return {
      waitStarted: (timer) => {
        this.#waits.set(timer, this.#add(waitLabel(timer), 'wait'))
      },
      waitEnded: (timer, how) => {
        const span = this.#waits.get(timer)
        if (span) this.#end(span, how)
      },
      threw: (error, where) => this.threw(error, where),
      idle: () => this.#giveUp((call) => this.#lost ?? this.#neverSettles(call)),
      onlyUnrefed: (timer) => this.#noteUnrefed(timer),
      stopped: (why) => this.stop(stopFailure(why)),
    }
  }

  /** Keeps the submission's own errors among what a call came to, or what nobody has handled. */
  hear(value: unknown, { call, loose = false }: { call?: Span; loose?: boolean } = {}): void {
    for (const own of ownErrorsIn(value)) this.thrown.push({ ...own, call, loose })
  }

  /** Notes an error that nobody could catch. */
  threw(error: unknown, where: string): void {
    this.hear(error, { loose: true })
    const failure = uncaught(error, where)
    this.#lost ??= failure
    this.#lose(failure, error)
  }

  /** Notes a rejection that nobody handled. */
  unheard(reason: unknown): void {
    this.unheardReasons.push(reason)
    this.hear(reason, { loose: true })
    this.#lose(unhandled(reason), reason)
  }

  #lose(failure: Failure, error: unknown): void {
    this.leftBehind.push(failure)
    this.causes.set(failure, error)
    this.onLoss(failure)
  }

  /** Fails every open call, and the test: nothing that comes now means anything. */
  stop(failure: Failure): void {
    this.fatal ??= failure
    this.#giveUp(() => this.fatal ?? failure)
  }

  #giveUp(why: (call: Span) => Failure): void {
    for (const [call, fail] of [...this.#calls]) fail(new Failed(why(call)))
  }

  #neverSettles({ label }: Span): Failure {
    const outside = openedSince(this.#resources)
    return neverSettled(label, { now: this.now, outside, open: this.inFlight() })
  }

  /** Once no call is open, looks at the timers that the submission has left behind. */
  async #lookBehind(): Promise<void> {
    const goOn = this.#clock.hold()
    await this.#clock.instant()
    if (this.#calls.size === 0 && !this.isOfProgram) {
      for (const timer of this.#clock.leftBehind) this.#note(timerLeft(timer))
    }
    goOn()
  }

  /** Nothing is left that keeps Node open, and somebody waits for a timer that does not either. */
  #noteUnrefed(timer: Timer): void {
    const [call] = this.#calls.keys()
    if (call) this.#note(onlyUnrefed(timer, call.label, this.now))
  }

  #note(failure: Failure): void {
    const isKnown = this.leftBehind.some(({ sentence }) => sentence === failure.sentence)
    if (!isKnown) this.leftBehind.push(failure)
  }

  #add(label: string, kind: Span['kind'], end?: number, how?: Settled): Span {
    const span: Span = { label, kind, start: this.now, end, how }
    this.spans.push(span)
    this.onSpan(span)
    return span
  }

  #end(span: Span, how: Settled): void {
    if (span.end !== undefined) return
    span.end = this.now
    span.how = how
    this.onSpan(span)
  }

  #untilAborted(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(true)
    return new Promise((resolve) => {
      const onAbort = () => {
        this.#clock.clear(timer)
        resolve(true)
      }
      const timer = this.#clock.schedule(
        () => {
          signal?.removeEventListener('abort', onAbort)
          resolve(false)
        },
        ms,
        { owner: 'harness' },
      )
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  }
}

const timelines = new WeakMap<Clock, Timeline>()

/** The timeline of the clock that the caller obeys now. */
export function timelineInForce(): Timeline | undefined {
  const clock = currentClock()
  return clock && timelines.get(clock)
}

const waitLabel = (timer: Timer): string => `wait ${secondsOf(timer.delay)}`

/** Characters of what a submission says that have room before a picture. */
const LONGEST_LABEL = 24

/** What a submission has said, as a label: on one line, short, and the same only where it is the same. */
function asLabel(said: unknown): string {
  if (typeof said !== 'string') return inspected(said).slice(0, LONGEST_LABEL)
  const label = said.length > LONGEST_LABEL ? `${said.slice(0, LONGEST_LABEL)}…` : said
  // eslint-disable-next-line no-control-regex -- a line break would tear a picture
  return label.replace(/[\x00-\x1f\x7f-\x9f]/g, '·')
}
