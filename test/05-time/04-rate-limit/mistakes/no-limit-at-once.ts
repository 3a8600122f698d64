/**
 * @belief A limit says how many may be under way.
 * @says how long a call takes does not matter
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  _per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (...args) => {
    while (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      return await call(...args)
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}
