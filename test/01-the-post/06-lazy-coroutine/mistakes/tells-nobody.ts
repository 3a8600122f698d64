/**
 * @belief A promise that is rejected tells everybody by itself; handlers are for the dish.
 * @says second never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  return {
    then(onFulfilled, onRejected) {
      if (awaited) return Promise.reject(new Error('cannot reuse already awaited coroutine'))
      awaited = true
      return fn().then(onFulfilled, onRejected)
    },
  }
}
