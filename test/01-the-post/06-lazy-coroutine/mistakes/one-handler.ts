/**
 * @belief `await` gives `then` one function, the one that takes the value.
 * @says The dish has burned, and the guest should hear of it
 * @says pass both on
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let awaited = false

  const start = async (): Promise<T> => {
    if (awaited) throw new Error('cannot reuse already awaited coroutine')
    awaited = true
    return fn()
  }

  return {
    then: <A, B>(onFulfilled?: ((value: T) => A | PromiseLike<A>) | null): Promise<A | B> =>
      start().then(onFulfilled) as Promise<A | B>,
  }
}
