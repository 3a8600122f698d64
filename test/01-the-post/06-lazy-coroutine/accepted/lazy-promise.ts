/** A promise of which nobody ever sees the inside: its own `then` stands in front of it. */
class LazyPromise<T> extends Promise<T> {
  static override get [Symbol.species]() {
    return Promise
  }

  #next: () => Promise<T>

  constructor(fn: () => Promise<T>) {
    super(() => undefined)
    this.#next = fn
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const go = this.#next
    this.#next = () => Promise.reject(new Error('cannot reuse already awaited coroutine'))
    return go().then(onFulfilled, onRejected)
  }
}

export const coroutine = <T>(fn: () => Promise<T>): PromiseLike<T> => new LazyPromise(fn)
