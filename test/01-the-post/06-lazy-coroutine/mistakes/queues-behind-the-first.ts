/**
 * @belief A second await has to wait for the first before it can be refused.
 * @says refuses it at once
 * @says second rejected at second 3 instead of 1
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let first: Promise<T> | undefined

  const start = async (): Promise<T> => {
    if (first) {
      await first.catch(() => undefined)
      throw new Error('cannot reuse already awaited coroutine')
    }
    first = fn()
    return first
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
