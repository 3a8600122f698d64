/**
 * @belief A coroutine that has failed was not used up: one may await it again.
 * @says A second await, after the dish has burned
 * @says it rejected with Error: burned, where it should have rejected with an Error that says
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    try {
      return await fn()
    } catch (error) {
      awaited = false
      throw error
    }
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
