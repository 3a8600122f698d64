import { nativeTimers } from './native-timers.ts'

/** How a clock passes its time: the only thing in which its two modes differ. */
export interface Pace {
  /** Whether time stands still until it jumps to the next timer. */
  readonly jumps: boolean
  /** Whether every wait is on the clock's list, so that an empty list means that nothing can happen. */
  readonly seesAll: boolean
  /** Story milliseconds now, given those of the last timer fired. */
  now(last: number): number
  /** Calls `turn` when a timer due at `due` may fire. */
  arm(due: number, turn: () => void): void
}

/** Time jumps to the next timer as soon as everything waits. */
export const virtual = (): Pace => ({
  jumps: true,
  seesAll: true,
  now: (last) => last,
  arm: (_due, turn) => void nativeTimers.setImmediate(turn),
})

/** Real milliseconds that one story second lasts in time-lapse. */
export const REAL_MS_PER_SECOND = 20

/** Real milliseconds that one story second lasts beside real I/O, threads and work. */
export const REAL_MS_BESIDE_REAL_WORK = 50

/**
 * The pace of a clock that only a test's own jobs, sleeps and instants use, while what they stand
 * beside takes real time: of that the clock sees nothing, so it never calls itself idle.
 */
export const besideRealWork = (realMsPerSecond = REAL_MS_BESIDE_REAL_WORK): Pace => ({
  ...timeLapse(realMsPerSecond),
  seesAll: false,
})

/** Real timers on the real event loop, one story second lasting `realMsPerSecond`. */
export function timeLapse(realMsPerSecond = REAL_MS_PER_SECOND): Pace {
  const start = nativeTimers.performanceNow()
  const now = () => ((nativeTimers.performanceNow() - start) / realMsPerSecond) * 1_000

  return {
    jumps: false,
    seesAll: true,
    now,
    arm(due, turn) {
      const left = ((due - now()) / 1_000) * realMsPerSecond
      if (left >= 1) nativeTimers.setTimeout(turn, left)
      else nativeTimers.setImmediate(turn)
    },
  }
}
