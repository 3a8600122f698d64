/**
 * @belief A call that has failed does not count.
 * @says three cooks
 */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const starts: number[] = []
  return async (...args) => {
    const now = performance.now()
    const first = starts.length < limit ? -Infinity : starts.shift()!
    const start = Math.max(now, first + per)
    starts.push(start)
    if (start > now) await sleep(start - now)
    try {
      return await call(...args)
    } catch (error) {
      starts.splice(starts.indexOf(start), 1)
      throw error
    }
  }
}
