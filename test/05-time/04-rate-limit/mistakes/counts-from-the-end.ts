/**
 * @belief Five seconds after a call is five seconds after its end.
 * @says begins anew five seconds after a call has begun
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
    const place = starts.indexOf(start)
    try {
      return await call(...args)
    } finally {
      if (place >= 0 && starts[place] === start) starts[place] = performance.now()
    }
  }
}
