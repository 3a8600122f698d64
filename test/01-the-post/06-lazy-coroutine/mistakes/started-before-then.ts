/**
 * @belief Whatever has a `then` is lazy, whenever the work in it was started.
 * @says cook started at second 0 instead of 5
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const promise = fn()
  return { then: (onFulfilled, onRejected) => promise.then(onFulfilled, onRejected) }
}
