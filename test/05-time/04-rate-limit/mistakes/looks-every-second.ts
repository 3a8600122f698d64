/**
 * @belief One can look once a second whether it is one's turn.
 * @says One in 0.75 seconds
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
    while (performance.now() < start) await sleep(1_000)
    return call(...args)
  }
}
