/**
 * @belief A coroutine is a promise that starts late: whoever awaits it again gets the value again.
 * @says a coroutine only once
 * @says it resolved to 'cook', where it should have rejected
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
