/**
 * @belief A limit turns away whoever is too many.
 * @says too many calls
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const starts: number[] = []
  return async (...args) => {
    const now = performance.now()
    const first = starts.length < limit ? -Infinity : starts.shift()!
    starts.push(Math.max(now, first + per))
    if (first + per > now) throw new Error('too many calls')
    return call(...args)
  }
}
