/**
 * @belief The errors may be caught first, and the values taken afterwards.
 * @says one call of `then` calls one of the two
 * @says 'took the bread'
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
    ): Promise<A | B> =>
      start()
        .catch(onRejected)
        .then(onFulfilled as never) as Promise<A | B>,
  }
}
