/**
 * @belief What is written at the top of the file belongs to each limit.
 * @says two limits know nothing of each other
 */
const starts: number[] = []

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    const now = performance.now()
    const first = starts.length < limit ? -Infinity : starts.shift()!
    const start = Math.max(now, first + per)
    starts.push(start)
    if (start > now) await sleep(start - now)
    return call(...args)
  }
}
