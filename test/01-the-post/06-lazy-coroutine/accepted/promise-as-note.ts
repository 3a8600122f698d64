/** The promise of `fn` is the note: an await comes to `then` only when `fn` has given it. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let cooking: Promise<T> | undefined

  const start = (): Promise<T> => {
    if (cooking) return Promise.reject(new Error('cannot reuse already awaited coroutine'))
    cooking = fn()
    return cooking
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
