import { real } from './real.ts'
import { sentence } from './sentence.ts'
import type { Timeline } from './timeline.ts'
import { spinSentence, Watchdog } from './watchdog.ts'

/**
 * Calls a test's function in a turn of its own, watched. A loop that never ends takes the turn with
 * it, and every promise that was waiting there; so the verdict must come from outside.
 */
export async function guarded<T>(timeline: Timeline, run: () => Promise<T> | T): Promise<T> {
  let stopWatching: () => void = () => undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      stopWatching = Watchdog.get().watch((frames) => {
        timeline.fatal ??= spinSentence(frames, isSubmission)
        timeline.giveUp(timeline.fatal)
        reject(sentence(timeline.fatal))
      })
      real.setImmediate(() => {
        void (async () => run())().then(resolve, reject)
      })
    })
  } finally {
    stopWatching()
  }
}

const isSubmission = (url: string) => !/[/\\](harness|node_modules)[/\\]/.test(url)
