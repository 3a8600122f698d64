/**
 * @belief As long as there is no dish in the variable, nobody has awaited the slip.
 * @says Remember that the slip was awaited, and not what came of it
 * @says it resolved to undefined, where it should have rejected
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let cooking = false
  let outcome: unknown

  const start = async (): Promise<T> => {
    if (cooking || outcome !== undefined) throw new Error('cannot reuse already awaited coroutine')
    cooking = true
    try {
      outcome = await fn()
    } catch (error) {
      outcome = error
      throw error
    } finally {
      cooking = false
    }
    return outcome as T
  }

  return {
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
  }
}
