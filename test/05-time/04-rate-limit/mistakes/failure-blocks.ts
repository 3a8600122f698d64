/**
 * @belief Whoever waits for the one before waits for a success.
 * @says What the three came to
 */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const starts: number[] = []
  const calls: Promise<unknown>[] = []
  return (...args) => {
    const before = calls.at(-limit)
    const now = performance.now()
    const start = starts.length < limit ? now : Math.max(now, starts.at(-limit)! + per)
    starts.push(start)
    const mine = (async () => {
      if (start > now) {
        await sleep(start - now)
        await before
      }
      return call(...args)
    })()
    calls.push(mine)
    return mine
  }
}
