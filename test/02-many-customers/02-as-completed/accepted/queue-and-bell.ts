/** A shelf for what is ready, and a bell for the waiter who found it empty. */
class Pass<T> {
  readonly #shelf: T[] = []
  #bell: (() => void) | undefined

  put(thing: T): void {
    this.#shelf.push(thing)
    this.#bell?.()
  }

  async take(): Promise<T> {
    while (this.#shelf.length === 0) {
      await new Promise<void>((resolve) => (this.#bell = resolve))
    }
    return this.#shelf.shift()!
  }
}

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const pass = new Pass<() => T>()
  let left = 0
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => pass.put(() => value),
      (error: unknown) =>
        pass.put(() => {
          throw error
        }),
    )
  }
  while (left-- > 0) yield (await pass.take())()
}
