/**
 * @belief A list gives back what was put in.
 * @says They were let through as
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const waiting: (() => void)[] = []
  const starts: number[] = []
  let timer: NodeJS.Timeout | undefined
  const serve = () => {
    timer = undefined
    while (waiting.length > 0) {
      const now = performance.now()
      const wait = starts.length < limit ? 0 : starts[0]! + per - now
      if (wait > 0) {
        timer = setTimeout(serve, wait)
        return
      }
      starts.push(now)
      if (starts.length > limit) starts.shift()
      waiting.pop()!()
    }
  }
  return async (...args) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      if (!timer) serve()
    })
    return call(...args)
  }
}
