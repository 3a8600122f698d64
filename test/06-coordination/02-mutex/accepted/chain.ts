interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  get locked(): boolean {
    return this.#count > 0
  }

  runExclusive<T>(job: () => Promise<T>): Promise<T> {
    this.#count += 1
    const mine = this.#last.then(() => job()).finally(() => (this.#count -= 1))
    this.#last = mine.catch(() => undefined)
    return mine
  }
}

export const buy = (stock: Stock, mutex: Mutex): Promise<void> =>
  mutex.runExclusive(() => stock.read().then((count) => stock.write(count - 1)))
