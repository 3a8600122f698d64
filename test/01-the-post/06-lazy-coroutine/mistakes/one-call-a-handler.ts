/**
 * @belief `then` is for the value and `catch` for the error, so one calls both.
 * @says A slip that is awaited once is one dish
 * @says cook was started two times instead of once
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
