/**
 * Writes `fn` on a slip. It is called when the slip is awaited, not before,
 * and never twice: a second await rejects.
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  // Async, so that a refusal is a rejection and `then` itself never throws.
  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    // Before the call: while `fn` is at work the slip is used up already.
    awaited = true
    return fn()
  }

  return {
    then: (onFulfilled, onRejected) =>
      start().then(onFulfilled, onRejected),
  }
}
