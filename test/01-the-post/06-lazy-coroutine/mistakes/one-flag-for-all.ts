/**
 * @belief A variable beside the function remembers whether the slip was awaited.
 * @says each may be awaited once
 * @says it rejected with Error: cannot reuse already awaited coroutine, where it should have resolved
 */
let awaited = false

export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
