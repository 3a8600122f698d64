/**
 * @belief The function was called, so it is the function that is used up.
 * @says Two slips say the same, and still they are two
 */
const called = new WeakSet<() => Promise<unknown>>()

export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const start = async (): Promise<T> => {
    if (called.has(fn)) throw new Error('cannot reuse already awaited coroutine')
    called.add(fn)
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
