import { real } from './real.ts'
import { sentence } from './sentence.ts'
import type { Timeline } from './timeline.ts'
import { spinSentence, Watchdog } from './watchdog.ts'

/**
 * Calls a test's function in a turn of its own, watched. A loop that never ends takes the turn with
 * it, and every promise that was waiting there; so the verdict must come from outside. `patience`
 * is in real milliseconds.
 */
export async function guarded<T>(
  timeline: Timeline,
  run: () => Promise<T> | T,
  patience: number = PATIENCE,
): Promise<T> {
  let stopWatching: () => void = () => undefined
  let alarm: NodeJS.Timeout | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (why: string) => {
        timeline.fatal ??= why
        timeline.giveUp(timeline.fatal)
        reject(sentence(timeline.fatal))
      }
      stopWatching = Watchdog.get().watch((frames) => stop(spinSentence(frames)))
      alarm = real.setTimeout(() => stop(tooLong(timeline)), patience)
      real.setImmediate(() => {
        void (async () => run())().then(resolve, reject)
      })
    })
  } finally {
    stopWatching()
    real.clearTimeout(alarm)
  }
}

/** Real milliseconds that a test may take; Vitest's own limit, which says nothing, is longer. */
const PATIENCE = 4_000

const tooLong = (timeline: Timeline) =>
  `The test was still running after ${PATIENCE / 1_000} real seconds. Still open: ${timeline.inFlight() || 'nothing'}.\n` +
  'Somebody waits for something outside the story, or a chain of callbacks never ends.'
