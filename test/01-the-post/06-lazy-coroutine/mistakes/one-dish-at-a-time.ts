/**
 * @belief There is one cook for all slips, who takes one after the other.
 * @says two slips for the same function are two dishes, and none waits for the other
 */
let before: Promise<unknown> = Promise.resolve()

export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    const current = before.then(fn)
    before = current.catch(() => undefined)
    return current
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
