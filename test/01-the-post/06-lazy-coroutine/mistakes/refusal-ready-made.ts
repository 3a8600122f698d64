/**
 * @belief The refusal is always the same, so one may make it in advance.
 * @says A promise was rejected and nobody was listening: Error: cannot reuse already awaited coroutine
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const refusal = Promise.reject<T>(new Error('cannot reuse already awaited coroutine'))
  let awaited = false

  return {
    then: (onFulfilled, onRejected) => {
      const result = awaited ? refusal : fn()
      awaited = true
      return result.then(onFulfilled, onRejected)
    },
  }
}
