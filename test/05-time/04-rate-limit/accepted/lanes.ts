export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  /** As many lanes as the limit; in each of them one call begins in `per` milliseconds. */
  const lanes = new Array<number>(limit).fill(0)
  return async (...args: A): Promise<R> => {
    const now = Date.now()
    const lane = lanes.indexOf(Math.min(...lanes))
    const start = Math.max(now, lanes[lane]!)
    lanes[lane] = start + per
    if (start > now) {
      const { promise, resolve } = later()
      setTimeout(resolve, start - now)
      await promise
    }
    return await call(...args)
  }
}

function later() {
  let resolve!: () => void
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
