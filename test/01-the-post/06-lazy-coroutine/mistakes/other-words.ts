/**
 * @belief How a refusal is worded is a matter of taste.
 * @says rejected with Error: already awaited
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false
  return {
    then(onFulfilled, onRejected) {
      if (awaited) {
        return Promise.reject(new Error('already awaited')).then(onFulfilled, onRejected)
      }
      awaited = true
      return fn().then(onFulfilled, onRejected)
    },
  }
}
