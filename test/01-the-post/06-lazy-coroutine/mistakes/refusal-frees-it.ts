/**
 * @belief Whoever is refused hands the slip back, so the next one may have it.
 * @says A slip that was refused once stays used up
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    awaited = !awaited
    if (!awaited) throw new Error('cannot reuse already awaited coroutine')
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
