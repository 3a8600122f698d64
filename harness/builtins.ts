import { syncBuiltinESMExports } from 'node:module'
import { performance } from 'node:perf_hooks'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Clock } from './clock.ts'
import { clockInForce } from './in-force.ts'
import { StoryImmediate, StoryTimeout, timeoutOf } from './story-timers.ts'
import { real } from './real.ts'
import { immediate, ticks, wait } from './story-promises.ts'
import { Watchdog } from './watchdog.ts'

/** What `Date.now()` says when a story begins: an evening in spring, in UTC. */
export const OPENING_TIME = Date.UTC(2030, 2, 1, 18)

const PATCHED = Symbol.for('async-kata.patched')

type Callback = (...args: unknown[]) => void

/**
 * Replaces every source of time that Node offers by one that asks, at each call, for the clock in
 * force, and uses the real thing when there is none. Because the question is asked at the call, a
 * reference that a module captured while it was loaded obeys as well.
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
  patchTicks()
  syncBuiltinESMExports()
}

function patchTimers(): void {
  const setTimeout = (callback: Callback, delay?: number, ...args: unknown[]) => {
    const clock = clockInForce()
    if (!clock) return real.setTimeout(callback, delay, ...args)
    return new StoryTimeout(clock, bind(callback, args), Number(delay), false)
  }
  const setInterval = (callback: Callback, delay?: number, ...args: unknown[]) => {
    const clock = clockInForce()
    if (!clock) return real.setInterval(callback, delay, ...args)
    return new StoryTimeout(clock, bind(callback, args), Number(delay), true)
  }
  const setImmediate = (callback: Callback, ...args: unknown[]) => {
    const clock = clockInForce()
    if (!clock) return real.setImmediate(callback, ...args)
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
    clearTimeout: clear(real.clearTimeout),
    clearInterval: clear(real.clearInterval),
    clearImmediate: clear(real.clearImmediate),
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
      const clock = clockInForce()
      return clock ? ticks(clock, delay, value, options) : real.ticks(delay, value, options)
    },
  })
  Object.defineProperty(scheduler, 'wait', {
    configurable: true,
    value: (delay: number, options?: { signal?: AbortSignal }) => {
      const clock = clockInForce()
      return clock ? wait(clock, delay, undefined, options) : real.schedulerWait(delay, options)
    },
  })
  Object.defineProperty(scheduler, 'yield', {
    configurable: true,
    value: () => {
      const clock = clockInForce()
      return clock ? immediate(clock, undefined) : real.schedulerYield()
    },
  })
  AbortSignal.timeout = (delay: number) => {
    const clock = clockInForce()
    return clock ? abortAfter(clock, delay) : real.abortTimeout(delay)
  }
}

const tick = (callback: Callback, ...args: unknown[]): void => {
  if (typeof callback !== 'function' || !clockInForce()) {
    real.nextTick(callback, ...args)
    return
  }
  const loop = Watchdog.get()
  const { beat } = loop
  real.nextTick(() => {
    if (!loop.endedAt(beat)) callback(...args)
  })
}

/**
 * A tick that asks for the next one is a loop as well; once it was ended, its ticks are dropped.
 * Vitest swaps `nextTick` while it reports and may put an older one back, so this is called anew
 * before each test.
 */
export function patchTicks(): void {
  process.nextTick = tick
}

function promiseWait<T>(delay?: number, value?: T, options?: Parameters<typeof wait>[3]) {
  const clock = clockInForce()
  return clock ? wait(clock, delay, value, options) : real.wait(delay, value, options)
}

function promiseImmediate<T>(value?: T, options?: Parameters<typeof immediate>[2]) {
  const clock = clockInForce()
  return clock ? immediate(clock, value, options) : real.immediate(value, options)
}

function abortAfter(clock: Clock, delay: number): AbortSignal {
  // Asked for its opinion first: Node throws its own error for a delay that is none.
  if (!(Number.isInteger(delay) && delay >= 0)) return real.abortTimeout(delay)
  const controller = new AbortController()
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  clock.schedule(() => controller.abort(reason), delay, { refed: false, clearable: false })
  return controller.signal
}

function patchReadings(): void {
  const now = () => {
    const clock = clockInForce()
    return clock ? clock.read() : undefined
  }
  // Whole milliseconds as a base, so that differences of two readings stay exact.
  const base = Math.ceil(real.performanceNow())
  Object.defineProperty(performance, 'now', {
    configurable: true,
    writable: true,
    value: () => {
      const story = now()
      return story === undefined ? real.performanceNow() : base + story
    },
  })

  const date = () => {
    const story = now()
    return story === undefined ? real.Date.now() : OPENING_TIME + Math.trunc(story)
  }
  globalThis.Date = new Proxy(real.Date, {
    get: (target, key, receiver) =>
      key === 'now' ? date : (Reflect.get(target, key, receiver) as unknown),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [date()], newTarget) as object,
    apply: () => new real.Date(date()).toString(),
  })

  const nanoseconds = () => {
    const story = now()
    return story === undefined
      ? real.hrtime.bigint()
      : BigInt(base) * 1_000_000n + BigInt(Math.round(story * 1e6))
  }
  const hrtime = (since?: [number, number]): [number, number] => {
    const total =
      nanoseconds() - (since ? BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]) : 0n)
    return [Number(total / 1_000_000_000n), Number(total % 1_000_000_000n)]
  }
  process.hrtime = Object.assign(hrtime, { bigint: nanoseconds })
}

function bind(callback: Callback, args: unknown[]): () => void {
  if (typeof callback !== 'function') {
    // Node's own error, word for word, because Node itself throws it.
    real.setTimeout(callback)
  }
  return () => callback(...args)
}
