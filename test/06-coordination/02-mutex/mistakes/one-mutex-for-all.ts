/**
 * @belief There is one lock, and that is for everything.
 * @says two boards with a door each
 */
interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  #held = false
  readonly #line: (() => void)[] = []

  get locked(): boolean {
    return this.#held
  }

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    if (this.#held) await new Promise<void>((resolve) => this.#line.push(resolve))
    this.#held = true
    try {
      return await job()
    } finally {
      const next = this.#line.shift()
      if (next) next()
      else this.#held = false
    }
  }
}

const shared = new Mutex()

export function buy(stock: Stock, _mutex: Mutex): Promise<void> {
  return shared.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
