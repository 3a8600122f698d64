import { Failed, type Failure } from './failure.ts'
import { afterPatience } from './patience.ts'
import { nativeTimers } from '../clock/native-timers.ts'
import type { Timeline } from './timeline.ts'
import { spinFailure, Watchdog } from './watchdog.ts'

/**
 * Calls a test's function in a turn of its own, watched. A loop that never ends takes the turn with
 * it, and every promise that was waiting there; so the verdict must come from outside. `patience`
 * is in real milliseconds of work.
 */
export async function withWatchdog<T>(
  timeline: Timeline,
  run: () => Promise<T> | T,
  patience: number = PATIENCE,
): Promise<T> {
  let stopWatching: () => void = () => undefined
  let endPatience: () => void = () => undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (failure: Failure) => {
        timeline.stop(failure)
        reject(new Failed(failure))
      }
      stopWatching = Watchdog.get().watch((frames) => stop(spinFailure(frames)))
      endPatience = afterPatience(patience, () => stop(tooLong(timeline, patience)))
      nativeTimers.setImmediate(() => {
        void (async () => run())().then(resolve, reject)
      })
    })
  } finally {
    stopWatching()
    endPatience()
  }
}

/** Real milliseconds that a test may take; Vitest's own limit, which says nothing, is longer. */
const PATIENCE = 4_000

const tooLong = (timeline: Timeline, patience: number): Failure => ({
  kind: 'gave up',
  sentence:
    `The test was still running after ${patience / 1_000} real seconds. Still open: ${timeline.inFlight() || 'nothing'}.\n` +
    'Somebody waits for something outside the story, or a chain of callbacks never ends.',
})
