class Slip<T> implements PromiseLike<T> {
  readonly #fn: () => Promise<T>
  #awaited = false

  constructor(fn: () => Promise<T>) {
    this.#fn = fn
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const before = this.#awaited
    this.#awaited = true
    const result = before
      ? Promise.reject<T>(new Error('cannot reuse already awaited coroutine'))
      : this.#fn()
    return result.then(onFulfilled, onRejected)
  }
}

export const coroutine = <T>(fn: () => Promise<T>): PromiseLike<T> => new Slip(fn)
