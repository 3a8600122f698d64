/**
 * @belief A coroutine is a promise that starts late: whoever awaits it again gets the value again.
 * @says a coroutine only once
 * @says expected 'cook' to be 'cannot reuse already awaited coroutine'
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let promise: Promise<T> | undefined

  return {
    then: (onFulfilled, onRejected) => {
      promise ??= fn()
      return promise.then(onFulfilled, onRejected)
    },
  }
}
