/**
 * @belief Promise.all of one promise gives what that promise gives.
 * @says Awaiting the slip should give the dish
 * @says it resolved to [ 'noodles' ], where it should have resolved to 'noodles'
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    // @ts-expect-error a list stands where its only value belongs
    return Promise.all([fn()])
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
