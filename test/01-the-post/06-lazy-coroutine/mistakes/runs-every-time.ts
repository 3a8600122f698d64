/**
 * @belief To be lazy is to call the function in `then`; that is all.
 * @says One slip is one dish
 * @says second resolved at second 6 instead of 3
 * @says every `then` calls `fn` again
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return {
    then: (onFulfilled, onRejected) => fn().then(onFulfilled, onRejected),
  }
}
