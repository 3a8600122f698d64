/**
 * @belief A slip that nobody has awaited within a minute is not valid any more.
 * @says A slip does not grow old in the pocket
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const written = Date.now()
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited || Date.now() - written > 60_000) {
      throw new Error('cannot reuse already awaited coroutine')
    }
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
