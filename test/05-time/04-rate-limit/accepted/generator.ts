export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  function* times(): Generator<number, never> {
    const past: number[] = []
    for (;;) {
      const now = performance.now()
      const last = past.length === limit ? past.shift()! + per : now
      const time = last > now ? last : now
      past.push(time)
      yield time - now
    }
  }
  const waits = times()
  return async (...args) => {
    const ms = waits.next().value
    if (ms > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, ms)
      })
    }
    return call(...args)
  }
}
