/**
 * @belief What is awaited must come out of an async function; whether it is async makes no difference to what it returns.
 * @says cook started at second 0 instead of 5
 * @says cook was started before guest was
 */
export async function coroutine<T>(fn: () => Promise<T>): Promise<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  const slip: PromiseLike<T> = {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
  return slip
}
