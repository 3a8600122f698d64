import { AsyncResource } from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'
import { performance, type MarkOptions, type MeasureOptions } from 'node:perf_hooks'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Clock } from './clock.ts'
import { currentClock } from './current-clock.ts'
import { StoryImmediate, StoryTimeout, timeoutOf } from './story-timers.ts'
import { nativeTimers } from './native-timers.ts'
import { immediate, ticks, wait } from './story-promises.ts'

/** What `Date.now()` says when a story begins: an evening in spring, in UTC. */
export const OPENING_TIME = Date.UTC(2030, 2, 1, 18)

const PATCHED = Symbol.for('async-kata.patched')

type Callback = (...args: unknown[]) => void

/**
 * Replaces every source of time that Node offers by one that asks, at each call, for the clock in
 * force, and uses the real thing when there is none. Because the question is asked at the call, a
 * reference that a module captured while it was loaded obeys as well.
 *
 * Left out, of all that sinon's fake timers know for Node: `queueMicrotask` and `nextTick` cost no
 * time and stay Node's own (the watchdog looks after endless ticks);
 * `performance.eventLoopUtilization`, `timerify`, `toJSON` and the entries of
 * `performance.getEntries` measure the machine, and tell of that.
 *
 * Call it once per process, before any submission is loaded; further calls do nothing.
 */
export function patchBuiltins(): void {
  const shelf = globalThis as { [PATCHED]?: boolean }
  if (shelf[PATCHED]) return
  shelf[PATCHED] = true

  patchTimers()
  patchPromises()
  patchReadings()
  syncBuiltinESMExports()
}

/** Told of each timer that is set while no clock is in force, and what it is called. */
type NativeListener = (timer: NodeJS.Timeout, what: string) => void

let nativeListener: NativeListener = () => undefined

/** Whoever has to end what is set on the real clock listens here; there is one. */
export function listenForNativeTimers(listener: NativeListener): void {
  nativeListener = listener
}

function told(timer: NodeJS.Timeout, what: string): NodeJS.Timeout {
  nativeListener(timer, what)
  return timer
}

function patchTimers(): void {
  const setTimeout = (callback: Callback, delay?: number, ...args: unknown[]) => {
    const clock = currentClock()
    if (!clock) return told(nativeTimers.setTimeout(callback, delay, ...args), 'a timer')
    return new StoryTimeout(clock, bind(callback, args), Number(delay), false)
  }
  const setInterval = (callback: Callback, delay?: number, ...args: unknown[]) => {
    const clock = currentClock()
    if (!clock) return told(nativeTimers.setInterval(callback, delay, ...args), 'an interval')
    return new StoryTimeout(clock, bind(callback, args), Number(delay), true)
  }
  const setImmediate = (callback: Callback, ...args: unknown[]) => {
    const clock = currentClock()
    if (!clock) return nativeTimers.setImmediate(callback, ...args)
    return new StoryImmediate(clock, bind(callback, args))
  }
  const clear =
    <T>(clearReal: (handle: T) => void) =>
    (handle: unknown) => {
      const ours = handle instanceof StoryImmediate ? handle : timeoutOf(handle)
      if (ours) ours.close()
      else clearReal(handle as T)
    }
  Object.defineProperty(setTimeout, promisify.custom, { value: promiseWait, enumerable: true })
  Object.defineProperty(setImmediate, promisify.custom, {
    value: promiseImmediate,
    enumerable: true,
  })

  const replacements = {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout: clear(nativeTimers.clearTimeout),
    clearInterval: clear(nativeTimers.clearInterval),
    clearImmediate: clear(nativeTimers.clearImmediate),
  }
  Object.assign(globalThis, replacements)
  Object.assign(timers, replacements)
}

function patchPromises(): void {
  const scheduler = timersPromises.scheduler as unknown as Record<string, unknown>
  Object.assign(timersPromises, {
    setTimeout: promiseWait,
    setImmediate: promiseImmediate,
    setInterval: (delay?: number, value?: unknown, options?: Parameters<typeof ticks>[3]) => {
      const clock = currentClock()
      return clock ? ticks(clock, delay, value, options) : nativeTimers.ticks(delay, value, options)
    },
  })
  Object.defineProperty(scheduler, 'wait', {
    configurable: true,
    value: (delay: number, options?: { signal?: AbortSignal }) => {
      const clock = currentClock()
      return clock
        ? wait(clock, delay, undefined, options)
        : nativeTimers.schedulerWait(delay, options)
    },
  })
  Object.defineProperty(scheduler, 'yield', {
    configurable: true,
    value: () => {
      const clock = currentClock()
      return clock ? immediate(clock, undefined) : nativeTimers.schedulerYield()
    },
  })
  AbortSignal.timeout = (delay: number) => {
    const clock = currentClock()
    return clock ? abortAfter(clock, delay) : nativeTimers.abortTimeout(delay)
  }
}

function promiseWait<T>(delay?: number, value?: T, options?: Parameters<typeof wait>[3]) {
  const clock = currentClock()
  return clock ? wait(clock, delay, value, options) : nativeTimers.wait(delay, value, options)
}

function promiseImmediate<T>(value?: T, options?: Parameters<typeof immediate>[2]) {
  const clock = currentClock()
  return clock ? immediate(clock, value, options) : nativeTimers.immediate(value, options)
}

function abortAfter(clock: Clock, delay: number): AbortSignal {
  // Asked for its opinion first: Node throws its own error for a delay that is none.
  if (!(Number.isInteger(delay) && delay >= 0)) return nativeTimers.abortTimeout(delay)
  const controller = new AbortController()
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  clock.schedule(() => controller.abort(reason), delay, { refed: false, clearable: false })
  return controller.signal
}

function patchReadings(): void {
  const now = () => {
    const clock = currentClock()
    return clock ? clock.read() : undefined
  }
  // Whole milliseconds as a base, so that differences of two readings stay exact.
  const base = Math.ceil(nativeTimers.performanceNow())
  Object.defineProperty(performance, 'now', {
    configurable: true,
    writable: true,
    value: () => {
      const story = now()
      return story === undefined ? nativeTimers.performanceNow() : base + story
    },
  })

  const date = () => {
    const story = now()
    return story === undefined ? nativeTimers.Date.now() : OPENING_TIME + Math.trunc(story)
  }
  const StoryDate = new Proxy(nativeTimers.Date, {
    get: (target, key, receiver) =>
      key === 'now' ? date : (Reflect.get(target, key, receiver) as unknown),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [date()], newTarget) as object,
    apply: () => new nativeTimers.Date(date()).toString(),
  })
  Object.defineProperty(nativeTimers.Date.prototype, 'constructor', {
    configurable: true,
    writable: true,
    value: StoryDate,
  })
  globalThis.Date = StoryDate
  patchFormats(date)
  patchTemporal(date)
  patchPerformance(now, base)
  const uptime = process.uptime.bind(process)
  const upAtStart = Math.ceil(uptime())
  process.uptime = () => {
    const story = now()
    return story === undefined ? uptime() : upAtStart + story / 1_000
  }

  const nanoseconds = () => {
    const story = now()
    return story === undefined
      ? nativeTimers.hrtime.bigint()
      : BigInt(base) * 1_000_000n + BigInt(Math.round(story * 1e6))
  }
  const hrtime = (since?: [number, number]): [number, number] => {
    const total =
      nanoseconds() - (since ? BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]) : 0n)
    return [Number(total / 1_000_000_000n), Number(total % 1_000_000_000n)]
  }
  process.hrtime = Object.assign(hrtime, { bigint: nanoseconds })
}

/** `format()` and `formatToParts()` without an argument mean now. */
function patchFormats(date: () => number): void {
  const { prototype } = Intl.DateTimeFormat
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')
  Object.defineProperty(prototype, 'format', {
    ...format,
    get(this: Intl.DateTimeFormat) {
      const bound = format?.get?.call(this) as Intl.DateTimeFormat['format']
      return (instant?: Date | number) => bound(instant ?? date())
    },
  })
  const toParts: Intl.DateTimeFormat['formatToParts'] = Reflect.get(prototype, 'formatToParts')
  Object.defineProperty(prototype, 'formatToParts', {
    configurable: true,
    writable: true,
    value(this: Intl.DateTimeFormat, instant?: Date | number) {
      return toParts.call(this, instant ?? date())
    },
  })
}

interface Zoned {
  toPlainDate(): unknown
  toPlainDateTime(): unknown
  toPlainTime(): unknown
}

/** As much of it as is needed; TypeScript does not know it yet, nor does any Node before 26. */
interface TemporalNow {
  Now: Record<string, unknown> & { timeZoneId(): string }
  Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: unknown): Zoned }
  }
}

function patchTemporal(date: () => number): void {
  const { Temporal } = globalThis as { Temporal?: TemporalNow }
  if (!Temporal) return
  const { Now, Instant } = Temporal
  const instant = () => Instant.fromEpochMilliseconds(date())
  const zoned = (zone: unknown = Now.timeZoneId()) => instant().toZonedDateTimeISO(zone)
  const stories: Record<string, (zone?: unknown) => unknown> = {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone) => zoned(zone).toPlainTime(),
  }
  for (const [name, story] of Object.entries(stories)) {
    const own = Now[name] as (...args: unknown[]) => unknown
    const value = (...args: unknown[]) => (currentClock() ? story(...args) : own.apply(Now, args))
    Object.defineProperty(Now, name, { configurable: true, writable: true, value })
  }
}

/** Marks without a start of their own begin now; the origin is where the story's own clocks agree. */
function patchPerformance(now: () => number | undefined, base: number): void {
  const { timeOrigin } = performance
  Object.defineProperty(performance, 'timeOrigin', {
    configurable: true,
    get: () => (currentClock() ? OPENING_TIME - base : timeOrigin),
  })
  const mark = performance.mark.bind(performance)
  const measure = performance.measure.bind(performance)
  Object.defineProperty(performance, 'mark', {
    configurable: true,
    writable: true,
    value: (name: string, options: MarkOptions = {}) => {
      const story = now()
      return mark(name, story === undefined ? options : { startTime: base + story, ...options })
    },
  })
  Object.defineProperty(performance, 'measure', {
    configurable: true,
    writable: true,
    value: (name: string, from?: string | MeasureOptions, to?: string) => {
      const story = now()
      if (story === undefined) return measure(name, from as string, to)
      // With an end that is left out, a measure ends now; with a start that is, it begins at 0.
      const { start, end, ...rest } = typeof from === 'object' ? from : { start: from, end: to }
      const from0 = start === undefined && !('duration' in rest) ? 0 : start
      const toNow = end === undefined && !('duration' in rest) ? base + story : end
      return measure(name, {
        ...rest,
        ...(from0 === undefined ? {} : { start: from0 }),
        ...(toNow === undefined ? {} : { end: toNow }),
      })
    },
  })
}

function bind(callback: Callback, args: unknown[]): () => void {
  if (typeof callback !== 'function') {
    // Node's own error, word for word, because Node itself throws it.
    nativeTimers.setTimeout(callback)
  }
  // Called from the clock's loop, it must find the async context in which it was set.
  return AsyncResource.bind(() => callback(...args))
}
