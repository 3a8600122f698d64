/**
 * @belief The next one is let through when the pause after a call is over.
 * @says five cooks
 */
export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let queue: Promise<unknown> = Promise.resolve()
  let count = 0
  return (...args) => {
    const mine = queue.then(() => call(...args))
    count += 1
    queue = mine.then(() =>
      count % limit === 0 ? new Promise((resolve) => setTimeout(resolve, per)) : undefined,
    )
    return mine
  }
}
