/**
 * @belief The first handler is always there; only the second one may be missing.
 * @says With no handler for it, the dish should be passed on
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then((dish) => onFulfilled!(dish), onRejected),
  }
}
