/**
 * @belief A new error with the same message is the same error.
 * @says it rejected with another error that says the same
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    try {
      return await fn()
    } catch (error) {
      throw error instanceof Error ? new Error(error.message, { cause: error }) : error
    }
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
