/**
 * @belief Every five seconds a new count begins.
 * @says cook 4
 */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let window = 0
  let count = 0
  return async (...args) => {
    const now = performance.now()
    if (now >= window + per) {
      window += Math.floor((now - window) / per) * per
      count = 0
    }
    const rounds = Math.floor(count / limit)
    count += 1
    if (rounds > 0) await sleep(window + rounds * per - now)
    return call(...args)
  }
}
