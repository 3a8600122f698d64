/**
 * @belief then(a).catch(b) is a longer way to write then(a, b).
 * @says one call of `then` calls one of the two
 * @says 'heard: Error: dropped'
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
    ): Promise<A | B> => start().then(onFulfilled).catch(onRejected) as Promise<A | B>,
  }
}
