/**
 * @belief A call never throws before it has returned a promise.
 * @says throws
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const starts: number[] = []
  return (...args) => {
    const now = performance.now()
    const first = starts.length < limit ? -Infinity : starts.shift()!
    const start = Math.max(now, first + per)
    starts.push(start)
    if (start <= now) return call(...args)
    return new Promise((resolve, reject) => {
      setTimeout(() => call(...args).then(resolve, reject), start - now)
    })
  }
}
