import { nativeTimers } from '../clock/native-timers.ts'

const TICK = 100

/**
 * Calls back after so many real milliseconds during which the process was at work: ticks are
 * counted, so that a laptop that slept, or a process that was stopped, has lost none of them.
 */
export function afterPatience(ms: number, callback: () => void): () => void {
  let left = Math.ceil(ms / TICK)
  const timer = nativeTimers.setInterval(() => {
    left -= 1
    if (left > 0) return
    nativeTimers.clearInterval(timer)
    callback()
  }, TICK)
  return () => nativeTimers.clearInterval(timer)
}
