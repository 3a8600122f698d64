type Cook<T, R> = (order: T, signal: AbortSignal) => Promise<R>

class Kitchen<T, R> {
  readonly #cook: Cook<T, R>
  readonly #orders: AsyncIterator<T> | Iterator<T>
  readonly #closing = new AbortController()
  readonly #dishes: { place: number; dish: R }[] = []
  readonly #errors: unknown[] = []
  #places = 0

  constructor(orders: AsyncIterable<T> | Iterable<T>, cook: Cook<T, R>) {
    this.#cook = cook
    this.#orders =
      Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]()
  }

  async run(cooks: number): Promise<R[]> {
    const shifts: Promise<void>[] = []
    while (shifts.length < cooks) shifts.push(this.#shift())
    await Promise.all(shifts)
    if (this.#errors.length > 0) {
      await this.#orders.return?.()
      throw this.#errors[0]
    }
    return this.#dishes.sort((a, b) => a.place - b.place).map(({ dish }) => dish)
  }

  async #shift(): Promise<void> {
    const { signal } = this.#closing
    try {
      for (;;) {
        const slip = await this.#orders.next()
        if (slip.done || signal.aborted) return
        const place = this.#places++
        this.#dishes.push({ place, dish: await this.#cook(slip.value, signal) })
        if (signal.aborted) return
      }
    } catch (error) {
      this.#errors.push(error)
      this.#closing.abort(error)
    }
  }
}

export const runPool = <T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: Cook<T, R>,
): Promise<R[]> => new Kitchen(orders, cook).run(cooks)
