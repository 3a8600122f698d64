/**
 * @belief Two in five seconds is one every two and a half.
 * @says order
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
    const first = starts.length < 1 ? -Infinity : starts.shift()!
    const start = Math.max(now, first + per / limit)
    starts.push(start)
    if (start > now) await sleep(start - now)
    return call(...args)
  }
}
