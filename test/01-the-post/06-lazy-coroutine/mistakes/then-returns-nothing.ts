/**
 * @belief Only `await` calls `then`, and it takes nothing back.
 * @says `then` should return a promise for what its handler returns
 * @says undefined, where it should be 'noodles on a plate'
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    // @ts-expect-error `then` returns a promise
    then: (onFulfilled, onRejected) => {
      void start().then(onFulfilled, onRejected)
    },
  }
}
