import type { Pace } from '../../clock/pace.ts'
import { nativeTimers } from '../../clock/native-timers.ts'
import { SECOND } from '../../timeline/seconds.ts'

/** Real milliseconds beyond which Node's own timers ring at once. */
export const LONGEST = 2 ** 31 - 1

/**
 * Real timers and exact instants: one story second lasts `realMsPerSecond`, but a timer that rings a
 * few real milliseconds late still rings at its own story instant. So a second is shown as a whole
 * one at every speed, and lateness does not add up.
 */
export function exactPace(realMsPerSecond: number): Pace {
  const start = nativeTimers.performanceNow()
  let reached = 0

  return {
    jumps: false,
    seesAll: true,
    now: () => reached,
    arm(due, turn) {
      const arrive = () => {
        reached = Math.max(reached, due)
        turn()
      }
      const left = (due / SECOND) * realMsPerSecond - (nativeTimers.performanceNow() - start)
      if (left >= 1) nativeTimers.setTimeout(arrive, Math.min(left, LONGEST))
      else nativeTimers.setImmediate(arrive)
    },
  }
}
