/** `then` written out with await, down to what a missing handler means. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const left = [fn]
  return {
    async then<A = T, B = never>(
      onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
      onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      let value: T
      try {
        const go = left.pop()
        if (!go) throw new Error('cannot reuse already awaited coroutine')
        value = await go()
      } catch (error) {
        if (onRejected) return await onRejected(error)
        throw error
      }
      return onFulfilled ? await onFulfilled(value) : (value as unknown as A)
    },
  }
}
