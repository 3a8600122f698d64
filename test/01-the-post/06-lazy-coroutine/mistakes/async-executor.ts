/**
 * @belief An error inside `new Promise(async …)` rejects the promise.
 * @says The dish has burned, and the guest should hear of it
 * @says pass both on
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return new Promise(async (resolve) => {
      resolve(await fn())
    })
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
