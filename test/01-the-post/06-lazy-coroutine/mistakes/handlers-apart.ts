/**
 * @belief Two handlers on one promise are the same, together or apart.
 * @says A promise was rejected and nobody was listening
 * @says burned
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    then: <A, B>(
      onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
      onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> => {
      const result = start()
      result.catch(onRejected)
      return result.then(onFulfilled) as Promise<A | B>
    },
  }
}
