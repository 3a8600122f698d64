import * as timers from 'node:timers/promises'

/** Work that stops when its signal is aborted. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Does the job at once and then every `ms` milliseconds, but never two at a time:
 * what is not over in time misses its tick. Goes on until the signal is aborted,
 * and rejects with its reason.
 */
export async function every(
  ms: number,
  job: Job<void>,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now()
  for (let tick = 0; !signal.aborted;) {
    await job(signal)
    // The first tick that has not gone by, and not the one that has just been used.
    tick = Math.max(tick + 1, Math.ceil((performance.now() - start) / ms))
    const left = Math.max(0, start + tick * ms - performance.now())
    // Its AbortError says nothing that the signal would not say better.
    if (left > 0)
      await timers
        .setTimeout(left, undefined, { signal })
        .catch(() => undefined)
  }
  throw signal.reason
}
