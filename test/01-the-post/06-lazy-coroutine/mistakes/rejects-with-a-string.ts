/**
 * @belief Whatever one throws, the message arrives.
 * @says no Error object, but cannot reuse
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw 'cannot reuse already awaited coroutine'
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
