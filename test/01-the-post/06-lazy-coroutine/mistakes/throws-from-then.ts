/**
 * @belief In `then` one may throw, as in any other function.
 * @says A refusal should come as a rejection
 * @says it threw Error: cannot reuse
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  return {
    then: (onFulfilled, onRejected) => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine')
      awaited = true
      return fn().then(onFulfilled, onRejected)
    },
  }
}
