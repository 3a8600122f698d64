import { performance } from 'node:perf_hooks'
import * as timers from 'node:timers'
import * as timersPromises from 'node:timers/promises'

/**
 * Node's own sources of time, saved before `builtins.ts` puts its late-binding ones in their
 * place. They are kept on the global object, because a process can load this module twice and the
 * second copy would otherwise save the replacements.
 */
export interface NativeTimers {
  setTimeout: typeof timers.setTimeout
  clearTimeout: typeof timers.clearTimeout
  setInterval: typeof timers.setInterval
  clearInterval: typeof timers.clearInterval
  setImmediate: typeof timers.setImmediate
  clearImmediate: typeof timers.clearImmediate
  wait: typeof timersPromises.setTimeout
  ticks: typeof timersPromises.setInterval
  immediate: typeof timersPromises.setImmediate
  schedulerWait: typeof timersPromises.scheduler.wait
  schedulerYield: typeof timersPromises.scheduler.yield
  abortTimeout: typeof AbortSignal.timeout
  nextTick: typeof process.nextTick
  hrtime: typeof process.hrtime
  performanceNow: () => number
  Date: DateConstructor
}

const SAVED = Symbol.for('async-kata.native-timers')

type Shelf = typeof globalThis & { [SAVED]: NativeTimers | undefined }

/** See {@link NativeTimers}. All values are milliseconds, as in Node. */
export const nativeTimers: NativeTimers = ((globalThis as Shelf)[SAVED] ??= {
  setTimeout: timers.setTimeout,
  clearTimeout: timers.clearTimeout,
  setInterval: timers.setInterval,
  clearInterval: timers.clearInterval,
  setImmediate: timers.setImmediate,
  clearImmediate: timers.clearImmediate,
  wait: timersPromises.setTimeout,
  ticks: timersPromises.setInterval,
  immediate: timersPromises.setImmediate,
  schedulerWait: timersPromises.scheduler.wait.bind(timersPromises.scheduler),
  schedulerYield: timersPromises.scheduler.yield.bind(timersPromises.scheduler),
  abortTimeout: AbortSignal.timeout.bind(AbortSignal),
  nextTick: process.nextTick.bind(process),
  hrtime: process.hrtime,
  performanceNow: performance.now.bind(performance),
  Date: globalThis.Date,
})
