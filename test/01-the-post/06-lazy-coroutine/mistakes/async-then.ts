/**
 * @belief An async `then` gives its errors to whoever awaits the slip.
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false
  const slip = {
    async then(onFulfilled: (value: T) => void) {
      if (awaited) throw new Error('cannot reuse already awaited coroutine')
      awaited = true
      onFulfilled(await fn())
    },
  }
  return slip as unknown as PromiseLike<T>
}
