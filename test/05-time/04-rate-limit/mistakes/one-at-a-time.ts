/**
 * @belief Two in five seconds: after each call one waits for five.
 * @says five cooks resolved at second 20 instead of 10
 */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function rateLimit<A extends unknown[], R>(
  _limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const starts: number[] = []
  return async (...args) => {
    const now = performance.now()
    const first = starts.length < 1 ? -Infinity : starts.shift()!
    const start = Math.max(now, first + per)
    starts.push(start)
    if (start > now) await sleep(start - now)
    return call(...args)
  }
}
