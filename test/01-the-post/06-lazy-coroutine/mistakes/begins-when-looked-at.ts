/**
 * @belief To look at `then` is to await.
 * @says Somebody has looked whether the slip has a `then`
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    get then() {
      const promise = start()
      return promise.then.bind(promise)
    },
  }
}
