/**
 * @belief When two have been let through, one has to wait for five seconds.
 * @says A timer of 5 seconds
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const waiting: (() => void)[] = []
  let begun = 0
  const serve = () => {
    while (begun < limit && waiting.length > 0) {
      begun += 1
      waiting.shift()!()
      setTimeout(() => {
        begun -= 1
        serve()
      }, per)
    }
  }
  return async (...args) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      serve()
    })
    return call(...args)
  }
}
