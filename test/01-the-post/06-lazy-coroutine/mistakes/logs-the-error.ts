/**
 * @belief An error that has been logged has been handled.
 * @says The dish has burned, and the guest should hear of it
 * @says pass both on
 * @says it resolved to undefined, where it should have rejected with Error: burned
 */
const log: unknown[] = []

export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn().catch((error: unknown) => {
      log.push(error)
      return undefined as T
    })
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
