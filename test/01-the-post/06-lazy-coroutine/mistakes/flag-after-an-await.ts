/**
 * @belief Between looking at the flag and setting it, nobody else can come.
 * @says of two awaits, one right after the other, the second is refused
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    await Promise.resolve()
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
