/**
 * @belief A slip is used up when the dish has come.
 * @says A second await, while the dish is on the fire
 */
/**
 * Writes `fn` on a slip. It is called when the slip is awaited, not before,
 * and never twice: a second await rejects.
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let used = false
  return {
    then(onFulfilled, onRejected) {
      if (used) {
        return Promise.reject(new Error('cannot reuse already awaited coroutine')).then(
          onFulfilled,
          onRejected,
        )
      }
      return fn()
        .then((value) => {
          used = true
          return value
        })
        .then(onFulfilled, onRejected)
    },
  }
}
