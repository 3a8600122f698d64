import { somethingOpen } from './open-requests.ts'
import { nativeTimers } from './native-timers.ts'
import type { ClockObserver, Timer } from './timer.ts'

/** Turns of the loop that one instant may last before time moves on regardless. */
const TURNS_PER_INSTANT = 1_000
/** Real milliseconds during which an open request (a file, an import) may keep time standing. */
const REQUEST_GRACE = 250
/**
 * Looks, a real millisecond or more apart, after which a silent clock calls itself idle. They are
 * counted, and not timed: a machine that was asleep has not been silent.
 */
const LOOKS_OF_SILENCE = 16
/** Timers fired after which nobody believes in an end any more. */
const TOO_MANY_TIMERS = 100_000
/** Reads of the time within one turn of the loop that only a busy loop makes. */
const TOO_MANY_READS = 100_000
/** Real milliseconds beyond which Node's own timers ring at once. */
const LONGEST = 2 ** 31 - 1

/** One day of the story, in milliseconds: after it a clock stops an endless timer. */
export const DAY = 86_400_000

/** How a clock passes its time. */
export interface ClockOptions {
  /** Story time that goes by in real time: 1 real, 50 time-lapse, Infinity jumps to the next timer. */
  rate?: number
  /**
   * Whether instants are exact: time stands still between two timers, however late the second one
   * rings. Always so where time jumps.
   */
  steps?: boolean
  /** Whether every wait is on the clock's list, so that an empty list means that nothing can happen. */
  seesAll?: boolean
  /** Story milliseconds after which the clock stops. */
  limit?: number | undefined
}

/** Why a clock has stopped by itself. */
export class ClockStopped extends Error {
  readonly why: 'busy loop' | 'no end' | 'limit'
  /** Story milliseconds at which it was to stop at the latest. */
  readonly at: number

  constructor(why: ClockStopped['why'], at: number) {
    super(`The clock has stopped: ${why}`)
    this.why = why
    this.at = at
  }
}

/**
 * The clock of a test: one list of timers, ordered by story time and sequence.
 *
 * In force, every source of time that Node offers obeys it (see `builtins.ts`). It fires at most
 * one timer in each turn of the loop, so that promise jobs and `nextTick` run between two timers as
 * they do in Node.
 */
export class Clock {
  readonly #rate: number
  readonly #steps: boolean
  readonly #seesAll: boolean
  readonly #limit: number
  readonly #start = nativeTimers.performanceNow()
  #observer: ClockObserver | undefined
  #timers: Timer[] = []
  #last = 0
  #sequence = 0
  #rung = 0
  #holds = 0
  #immediates = 0
  #turnsAtInstant = 0
  #silentLooks = 0
  #requestSince: number | undefined
  #armed = false
  #arming = 0
  #closed = false
  #reads = 0
  #drains: { until: number; resolve: () => void }[] = []

  constructor({ rate = Infinity, steps, seesAll = true, limit = DAY }: ClockOptions = {}) {
    this.#rate = rate
    this.#steps = steps ?? rate === Infinity
    this.#seesAll = seesAll
    this.#limit = limit
  }

  observe(observer: ClockObserver): void {
    this.#observer = observer
  }

  /** Story milliseconds since the clock was started. */
  get now(): number {
    return this.#steps ? this.#last : Math.max(this.#last, this.#passed)
  }

  /** What real time is worth in story milliseconds, since the clock was started. */
  get #passed(): number {
    return this.#rate === Infinity
      ? Infinity
      : (nativeTimers.performanceNow() - this.#start) * this.#rate
  }

  get closed(): boolean {
    return this.#closed
  }

  /** How many timers have rung so far. */
  get rung(): number {
    return this.#rung
  }

  /** The submission's own timers for which Node would stay alive. */
  get leftBehind(): Timer[] {
    return this.#timers.filter(
      (timer) => timer.owner === 'submission' && timer.refed && timer.clearable,
    )
  }

  /**
   * Story milliseconds for a submission that asks.
   *
   * @throws ClockStopped when it has asked so often without letting the loop turn that it can only be
   * waiting for the time to pass, which it never will.
   */
  read(): number {
    this.#reads += 1
    if (this.#steps && this.#reads > TOO_MANY_READS) throw this.#stopFor('busy loop')
    if (this.#reads === 1) nativeTimers.setImmediate(() => (this.#reads = 0))
    return this.now
  }

  /** Puts a timer on the list; `delay` in story milliseconds, read as Node reads it. */
  schedule(
    callback: () => void,
    delay: number,
    options: Partial<Pick<Timer, 'owner' | 'refed' | 'clearable'>> & { repeat?: boolean } = {},
  ): Timer {
    const wait = delay >= 1 && delay <= 2_147_483_647 ? Math.trunc(delay) : 1
    const timer: Timer = {
      callback,
      created: this.now,
      delay: wait,
      due: this.now + wait,
      sequence: this.#sequence++,
      repeats: options.repeat ?? false,
      owner: options.owner ?? 'submission',
      refed: options.refed ?? true,
      clearable: options.clearable ?? true,
      state: 'waiting',
    }
    if (this.#closed) return timer
    this.#insert(timer)
    if (timer.owner === 'submission') this.#observer?.waitStarted(timer)
    this.wake()
    return timer
  }

  /** Takes a timer off the list. Clearing twice does nothing, as in Node. */
  clear(timer: Timer): void {
    if (timer.state !== 'waiting') return
    timer.state = 'cleared'
    this.#remove(timer)
    if (timer.owner === 'submission') this.#observer?.waitEnded(timer, 'aborted')
    this.wake()
  }

  /** Starts a waiting timer again from now, as `timeout.refresh()` does. */
  refresh(timer: Timer): void {
    if (timer.state === 'cleared' || this.#closed) return
    this.#remove(timer)
    timer.state = 'waiting'
    timer.due = this.now + timer.delay
    timer.sequence = this.#sequence++
    this.#insert(timer)
    this.wake()
  }

  /** A promise of `ms` story milliseconds that leaves no trace in the recording. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule(resolve, ms, { owner: 'harness' })
    })
  }

  /** Like `sleep`, but nothing at all happens for 0 milliseconds. */
  async sleepOrNot(ms: number): Promise<void> {
    if (ms > 0) await this.sleep(ms)
  }

  /** An immediate of the submission is pending: it costs no time, so time waits for it. */
  immediateStarted(): void {
    this.#immediates += 1
  }

  immediateEnded(): void {
    this.#immediates -= 1
    this.wake()
  }

  /** Calls a callback that nobody awaits; what it throws is reported instead of lost. */
  runCallback(callback: () => void, where: string): void {
    try {
      callback()
    } catch (error) {
      this.#observer?.threw(error, where)
    }
  }

  /** Stops time while something outside the story goes on; call the result to let it run again. */
  hold(): () => void {
    let held = true
    this.#holds += 1
    return () => {
      if (!held) return
      held = false
      this.#holds -= 1
      this.wake()
    }
  }

  /** Resolves when nothing is left that could run, or when `forMs` story milliseconds are over. */
  drain(forMs: number): Promise<void> {
    if (this.#closed) return Promise.resolve()
    return new Promise((resolve) => {
      this.#drains.push({ until: this.now + forMs, resolve })
      this.wake()
    })
  }

  /** Everything that can happen at this instant has happened: promise jobs, ticks, immediates. */
  async instant(): Promise<void> {
    for (let turn = 0; turn < TURNS_PER_INSTANT; turn += 1) {
      await new Promise((resolve) => nativeTimers.setImmediate(resolve))
      if (this.#immediates === 0 && turn > 0) return
    }
  }

  /** A closed clock gives no more time, to nobody. */
  close(): void {
    this.#closed = true
    this.#timers = []
    this.#endDrains(Infinity)
  }

  /** Makes the clock look at its list again. */
  wake(): void {
    this.#silentLooks = 0
    const next = this.#timers[0]?.due ?? Infinity
    if (this.#closed || (this.#armed && next >= this.#arming)) return
    this.#arm(next)
  }

  #arm(due: number): void {
    this.#armed = true
    this.#arming = due
    const turn = () => {
      if (!this.#armed || this.#arming !== due || this.#closed) return
      this.#armed = false
      this.#turn()
    }
    const left = due === Infinity ? 1 : (due - this.#passed) / this.#rate
    if (left >= 1) nativeTimers.setTimeout(turn, Math.min(left, LONGEST))
    else nativeTimers.setImmediate(turn)
  }

  #turn(): void {
    const next = this.#timers[0]
    if (next && next.due <= this.now) return this.#fire(next)
    if (this.#mustWait()) return this.#arm(this.#holds > 0 || this.#requestSince ? Infinity : 0)
    // Whoever waited for a drain goes on in a turn of its own, before time moves.
    if (this.#endDrains(next?.due ?? Infinity)) return this.#arm(0)
    if (!next) return this.#rest()
    if (next.due > this.#limit) return void this.#stopFor(this.#limit === DAY ? 'no end' : 'limit')
    if (next.due > this.#passed) return this.#arm(next.due)
    if (this.#steps) this.#stepTo(next)
    this.#turnsAtInstant = 0
    this.#fire(next)
  }

  /** Whether something at this very instant has yet to happen. */
  #mustWait(): boolean {
    if (this.#holds > 0) return true
    if (this.#immediates > 0) {
      this.#turnsAtInstant += 1
      if (this.#turnsAtInstant > TOO_MANY_TIMERS) this.#stopFor('no end')
      const timeMovesOn = this.#turnsAtInstant > TURNS_PER_INSTANT && this.#timers.length > 0
      return !timeMovesOn
    }
    if (!somethingOpen()) {
      this.#requestSince = undefined
      return false
    }
    this.#requestSince ??= nativeTimers.performanceNow()
    return nativeTimers.performanceNow() - this.#requestSince < REQUEST_GRACE
  }

  /** Moves time on to the next timer. */
  #stepTo(next: Timer): void {
    const keepsNodeOpen = this.#timers.some((timer) => timer.refed || timer.owner === 'harness')
    if (!keepsNodeOpen) this.#observer?.onlyUnrefed?.(next)
    this.#last = next.due
  }

  #fire(timer: Timer): void {
    this.#last = Math.max(this.#last, timer.due)
    this.#rung += 1
    if (this.#rung > TOO_MANY_TIMERS) return void this.#stopFor('no end')
    this.#timers.shift()
    if (timer.owner === 'submission') this.#observer?.waitEnded(timer, 'resolved')
    if (!timer.repeats) timer.state = 'fired'
    // Armed before the callback is called: a callback that never returns must not stop the clock.
    this.#arm(0)
    this.runCallback(timer.callback, 'a timer callback')
    if (timer.repeats && timer.state === 'waiting') this.#again(timer)
  }

  #again(timer: Timer): void {
    if (this.#closed || this.#timers.includes(timer)) return
    timer.due = this.now + timer.delay
    timer.sequence = this.#sequence++
    this.#insert(timer)
    if (timer.owner === 'submission') this.#observer?.waitStarted(timer)
  }

  #rest(): void {
    // Whoever puts a timer on the list wakes the clock.
    if (!this.#seesAll) return
    this.#silentLooks += 1
    if (this.#silentLooks < LOOKS_OF_SILENCE) return this.#arm(Infinity)
    this.#observer?.idle()
  }

  /** Ends the drains that end before `instant`; says whether there were any. */
  #endDrains(instant: number): boolean {
    const over = this.#drains.filter((drain) => drain.until < instant)
    this.#drains = this.#drains.filter((drain) => drain.until >= instant)
    for (const drain of over) drain.resolve()
    return over.length > 0
  }

  /** Stops time for good; returns what is told to the observer, so that it can be thrown as well. */
  stop<E extends Error>(why: E): E {
    this.#observer?.stopped(why)
    this.close()
    return why
  }

  #stopFor(why: ClockStopped['why']): ClockStopped {
    return this.stop(new ClockStopped(why, this.#limit))
  }

  #insert(timer: Timer): void {
    this.#timers.splice(this.#placeOf(timer), 0, timer)
  }

  #remove(timer: Timer): void {
    const place = this.#placeOf(timer)
    if (this.#timers[place] === timer) this.#timers.splice(place, 1)
  }

  /** Where a timer stands in the list, or would: found by halves, since there may be thousands. */
  #placeOf(timer: Timer): number {
    let [from, to] = [0, this.#timers.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const other = this.#timers[middle]
      if (other && comesBefore(other, timer)) from = middle + 1
      else to = middle
    }
    return from
  }
}

const comesBefore = (a: Timer, b: Timer): boolean =>
  a.due < b.due || (a.due === b.due && a.sequence < b.sequence)
