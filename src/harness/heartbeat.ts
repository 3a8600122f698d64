import { nativeTimers } from '../clock/native-timers.ts'

/** Real milliseconds between two beats. */
const BEAT = 5

/** The longest stretch in which the event loop did not turn, in milliseconds. */
export interface Standstill {
  /** By the clock on the wall. */
  real: number
  /** Of work that the process did meanwhile: on a busy machine it may have done none. */
  work: number
}

/** Beats as long as the event loop turns; `stop` returns the longest stretches between two beats. */
export function heartbeat(): { stop: () => Standstill } {
  const longest = { real: 0, work: 0 }
  let last = { real: nativeTimers.performanceNow(), work: worked() }
  const beat = () => {
    const now = { real: nativeTimers.performanceNow(), work: worked() }
    longest.real = Math.max(longest.real, now.real - last.real)
    longest.work = Math.max(longest.work, now.work - last.work)
    last = now
  }
  const timer = nativeTimers.setInterval(beat, BEAT)
  return {
    stop() {
      nativeTimers.clearInterval(timer)
      beat()
      return longest
    },
  }
}

/** Milliseconds that the process, with all its threads, has worked so far. */
function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
