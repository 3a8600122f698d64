/** A generator is lazy and single-use by nature. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const once = (function* () {
    yield fn()
  })()
  return {
    then: async (...handlers) => {
      const { value } = once.next()
      const result = value ?? Promise.reject(new Error('cannot reuse already awaited coroutine'))
      return result.then(...handlers)
    },
  }
}
