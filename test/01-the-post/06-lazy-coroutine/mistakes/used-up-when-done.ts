/**
 * @belief A coroutine is used up when it has returned; until then it may be awaited.
 * @says A second await, while the dish is on the fire
 * @says it resolved to 'cook', where it should have rejected
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let done = false

  const start = async (): Promise<T> => {
    if (done) throw new Error('cannot reuse already awaited coroutine')
    try {
      return await fn()
    } finally {
      done = true
    }
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
