/**
 * @belief To be lazy is to call the function in `then`; that is all.
 * @says one slip is one dish
 * @says second resolved at second 6 instead of 3
 * @says cook was started again, and once is enough
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return {
    then: (onFulfilled, onRejected) => fn().then(onFulfilled, onRejected),
  }
}
