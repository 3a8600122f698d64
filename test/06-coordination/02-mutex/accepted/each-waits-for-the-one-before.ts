interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  /** Those who are inside or in line, by the promise that is resolved when they leave. */
  readonly #people: Promise<void>[] = []

  get locked(): boolean {
    return this.#people.length > 0
  }

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const before = this.#people.at(-1)
    let leave = () => {}
    this.#people.push(new Promise((resolve) => (leave = resolve)))
    await before
    try {
      return await job()
    } finally {
      this.#people.shift()
      leave()
    }
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
