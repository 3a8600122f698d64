/**
 * @belief It does not matter whether one keeps the function or the promise that it returns.
 * @says cook started at second 0 instead of 5
 * @says Calling an async function starts it
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const promise = fn()
  let awaited = false

  return {
    then: (onFulfilled, onRejected) => {
      const result = awaited
        ? Promise.reject(new Error('cannot reuse already awaited coroutine'))
        : promise
      awaited = true
      return result.then(onFulfilled, onRejected)
    },
  }
}
