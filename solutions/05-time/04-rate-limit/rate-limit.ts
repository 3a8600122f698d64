import * as timers from 'node:timers/promises'

/**
 * Makes a function that does what `call` does, but begins no more than `limit`
 * calls within any `per` milliseconds. Whoever is too many waits for their turn.
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  /** When the latest calls have begun, or will begin: as many as the limit at most. */
  const starts: number[] = []
  return async (...args) => {
    const now = performance.now()
    const [oldest = -Infinity] =
      starts.length < limit ? [] : starts.splice(0, 1)
    const start = Math.max(now, oldest + per)
    // Written down before it waits: the next one has to count from here.
    starts.push(start)
    if (start > now) await timers.setTimeout(Math.ceil(start - now))
    return call(...args)
  }
}
