/**
 * @belief `await` calls the `then` of whatever it is given, so a promise with a `then` of its own will do.
 * @says `await` opens it directly, whatever `then` it was given
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  const slip = new Promise<T>(() => undefined)
  slip.then = (onFulfilled, onRejected) => start().then(onFulfilled, onRejected)
  return slip
}
