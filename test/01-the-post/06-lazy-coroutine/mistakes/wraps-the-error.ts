/**
 * @belief An error should be wrapped by everybody through whose hands it goes.
 * @says The dish has burned, and the guest should hear of it
 * @says it rejected with Error: the coroutine failed, where it should have rejected with Error: burned
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    try {
      return await fn()
    } catch (error) {
      throw new Error('the coroutine failed', { cause: error })
    }
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
