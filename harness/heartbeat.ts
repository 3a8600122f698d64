import { real } from './real.ts'

/** Real milliseconds between two beats. */
const BEAT = 5

/**
 * Beats as long as the event loop turns; `stop` returns the longest time between two beats, in real
 * milliseconds, the first and the last one included.
 */
export function heartbeat(): { stop: () => number } {
  let last = real.performanceNow()
  let longest = 0
  const beat = () => {
    const now = real.performanceNow()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = real.setInterval(beat, BEAT)
  return {
    stop() {
      real.clearInterval(timer)
      beat()
      return longest
    },
  }
}
