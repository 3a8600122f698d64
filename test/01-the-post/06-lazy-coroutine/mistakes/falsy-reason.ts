/**
 * @belief An error is always something: if there is nothing in the variable, nothing has gone wrong.
 * @says a dish that fails with undefined has failed like any other
 * @says guest resolved where it should have rejected
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    let problem: unknown
    const dish = await fn().catch((error: unknown) => {
      problem = error
    })
    if (problem) throw problem
    return dish as T
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
