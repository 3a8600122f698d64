/**
 * @belief Every two and a half seconds one more may be let through.
 * @says order 3
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const waiting: (() => void)[] = []
  let tokens = limit
  let timer: NodeJS.Timeout | undefined
  const refill = () => {
    tokens += 1
    serve()
    if (tokens === limit && waiting.length === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
  const serve = () => {
    while (tokens > 0 && waiting.length > 0) {
      tokens -= 1
      waiting.shift()!()
    }
  }
  return async (...args) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      timer ??= setInterval(refill, per / limit)
      serve()
    })
    return call(...args)
  }
}
