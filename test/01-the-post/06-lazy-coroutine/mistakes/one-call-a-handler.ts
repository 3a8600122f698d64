/**
 * @belief `then` is for the value and `catch` for the error, so one calls both.
 * @says Dishes cooked for a slip that was awaited once
 * @says expected 2 to be 1
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  return {
    then: (onFulfilled, onRejected) => {
      if (awaited)
        return Promise.reject(new Error('cannot reuse already awaited coroutine')).then(
          onFulfilled,
          onRejected,
        )
      awaited = true
      void fn().catch(onRejected)
      return fn().then(onFulfilled)
    },
  }
}
