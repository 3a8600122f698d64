/**
 * @belief A handler may as well be given the promise: somebody will await it.
 * @says `then` should return a promise for what its handler returns
 * @says [object Promise] on a plate
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    // @ts-expect-error a promise stands where its value belongs
    then: (onFulfilled) => Promise.resolve(onFulfilled(start())),
  }
}
