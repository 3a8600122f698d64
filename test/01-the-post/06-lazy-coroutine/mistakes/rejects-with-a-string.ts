/**
 * @belief Whatever one throws, the message arrives.
 * @says it rejected with 'cannot reuse already awaited coroutine'
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
