import { real } from './real.ts'

/** How a clock passes its time: the only thing in which its two modes differ. */
export interface Pace {
  /** Whether time stands still until it jumps to the next timer. */
  readonly jumps: boolean
  /** Story milliseconds now, given those of the last timer fired. */
  now(last: number): number
  /** Calls `turn` when a timer due at `due` may fire. */
  arm(due: number, turn: () => void): void
}

/** Time jumps to the next timer as soon as everything waits. */
export const virtual = (): Pace => ({
  jumps: true,
  now: (last) => last,
  arm: (_due, turn) => void real.setImmediate(turn),
})

/** Real milliseconds that one story second lasts in time-lapse. */
export const REAL_MS_PER_SECOND = 20

/** Real timers on the real event loop, one story second lasting `realMsPerSecond`. */
export function timeLapse(realMsPerSecond = REAL_MS_PER_SECOND): Pace {
  const start = real.performanceNow()
  const now = () => ((real.performanceNow() - start) / realMsPerSecond) * 1_000

  return {
    jumps: false,
    now,
    arm(due, turn) {
      const left = ((due - now()) / 1_000) * realMsPerSecond
      if (left >= 1) real.setTimeout(turn, left)
      else real.setImmediate(turn)
    },
  }
}
