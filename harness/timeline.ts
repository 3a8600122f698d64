import type { Clock } from './clock.ts'
import type { Verdict } from './compare.ts'
import { inWords, listed, type Settled, type Span } from './recording.ts'
import { describe, sentence } from './sentence.ts'
import { SECOND, secondOf, secondsOf } from './story.ts'
import type { ClockObserver, Timer } from './timer.ts'

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

/** Story milliseconds that leftovers are given after a call has settled, to be seen in a picture. */
const AFTERGLOW = 60 * SECOND

/**
 * What happened, and when: the recording of one test. Tests start the exercise with `call`, hand it
 * jobs made with `job`, and compare the whole with a picture.
 */
export class Timeline {
  readonly spans: Span[] = []
  /** What nobody awaited, cleared or caught: sentences for the learner. */
  readonly leftBehind: string[] = []
  readonly #clock: Clock
  readonly #waits = new Map<Timer, Span>()
  readonly #signals: { name: string; signal: AbortSignal }[] = []
  #lost: string | undefined
  readonly #calls = new Map<Span, (error: Error) => void>()
  /** What the comparisons with pictures found, for whoever draws them. */
  readonly verdicts: Verdict[] = []
  /** The first thing that makes any further verdict meaningless, such as a busy loop. */
  fatal: string | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    clock.observe(this.#observer())
  }

  /** What the last comparison found. */
  get verdict(): Verdict | undefined {
    return this.verdicts.at(-1)
  }

  /** Story milliseconds since the test began. */
  get now(): number {
    return this.#clock.now
  }

  /** Calls that have not settled yet. */
  get openCalls(): Span[] {
    return [...this.#calls.keys()]
  }

  /** A pause of the test's own; it appears in no picture. `ms` in story milliseconds. */
  sleep(ms: number): Promise<void> {
    return this.#clock.sleep(ms)
  }

  /** Notes an instant. */
  mark(label: string): void {
    this.#add(label, 'mark', this.now, 'resolved')
  }

  /**
   * A job for the submission: a function that, each time it is called, is in flight for `ms` story
   * milliseconds and then resolves to its label, or does what `outcome` says. Given a signal, it
   * ends when that is aborted, rejecting with the signal's reason.
   */
  job(label: string, ms: number): (signal?: AbortSignal) => Promise<string>
  job<T>(label: string, ms: number, outcome: JobOutcome<T>): (signal?: AbortSignal) => Promise<T>
  job<T>(
    label: string,
    ms: number,
    outcome: JobOutcome<T | string> = {},
  ): (signal?: AbortSignal) => Promise<T | string> {
    return async (signal) => {
      const span = this.#add(label, 'job')
      const aborted = await this.#untilAborted(ms, outcome.deaf ? undefined : signal)
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
        (value) => settle('resolved', () => resolve(value)),
        (error: unknown) => settle('rejected', () => reject(error)),
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
   * is still on the signal when the test ends fails it.
   */
  controller(name: string): AbortController {
    const controller = new AbortController()
    const abort = controller.abort.bind(controller)
    controller.abort = (reason?: unknown) => {
      if (!controller.signal.aborted) this.#add(name, 'mark', this.now, 'aborted')
      abort(reason)
    }
    this.#signals.push({ name, signal: controller.signal })
    return controller
  }

  /** The signals handed out by `controller`. */
  get signals(): readonly { name: string; signal: AbortSignal }[] {
    return this.#signals
  }

  /** The calls and jobs that are in flight now, in words. */
  inFlight(): string {
    const open = this.spans.filter((span) => span.end === undefined)
    return listed(open.map((span) => `${span.label} (since second ${secondOf(span.start)})`))
  }

  #observer(): ClockObserver {
    return {
      waitStarted: (timer) => {
        this.#waits.set(timer, this.#add(waitLabel(timer), 'wait'))
      },
      waitEnded: (timer, how) => {
        const span = this.#waits.get(timer)
        if (span) this.#end(span, how)
      },
      threw: (error, where) => this.threw(error, where),
      idle: () =>
        this.#giveUp((call) => this.#lost ?? neverSettles(call, this.inFlight(), this.now)),
      stopped: (why) => {
        this.fatal ??= why
        this.#giveUp(() => why)
      },
    }
  }

  /** Notes an error that nobody could catch. */
  threw(error: unknown, where: string): void {
    const text =
      `An error was thrown in ${where}, where nobody can catch it: ${describe(error)}\n` +
      'Such an error ends a Node process. Make it reject a promise that somebody awaits.'
    this.#lost ??= text
    this.leftBehind.push(text)
  }

  /** Fails every open call, since nothing can settle it any more. */
  giveUp(why: string): void {
    this.#giveUp(() => why)
  }

  #giveUp(why: (call: Span) => string): void {
    for (const [call, fail] of [...this.#calls]) fail(sentence(why(call)))
  }

  /** Once no call is open, looks at the timers that the submission has left behind. */
  async #lookBehind(): Promise<void> {
    const goOn = this.#clock.hold()
    await this.#clock.instant()
    if (this.#calls.size === 0) {
      for (const timer of this.#clock.leftBehind) this.#noteTimer(timer)
    }
    goOn()
  }

  #noteTimer(timer: Timer): void {
    const [what, until] = timer.repeats ? ['An interval', 'it is cleared'] : ['A timer', 'it rings']
    const text =
      `${what} of ${inWords(timer.delay)}, set at second ` +
      `${secondOf(timer.created)}, was still running when the call had settled.\n` +
      `Node stays open until ${until}. Wait for it, or clear it before you leave.`
    if (!this.leftBehind.includes(text)) this.leftBehind.push(text)
  }

  #add(label: string, kind: Span['kind'], end?: number, how?: Settled): Span {
    const span: Span = { label, kind, start: this.now, end, how }
    this.spans.push(span)
    return span
  }

  #end(span: Span, how: Settled): void {
    span.end ??= this.now
    span.how ??= how
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

const waitLabel = (timer: Timer): string => `wait ${secondsOf(timer.delay)}`

function neverSettles(call: Span, inFlight: string, now: number): string {
  return (
    `${call.label} never settled: at second ${secondOf(now)} nothing was left that could wake it, ` +
    `no timer and no event.\nStill open: ${inFlight}.\n` +
    'Somewhere a promise is awaited that nobody resolves or rejects.'
  )
}
