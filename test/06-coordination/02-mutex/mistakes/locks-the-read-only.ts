/**
 * @belief It is the reading that must not happen twice at once.
 * @says There are left
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

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex
    .runExclusive(() => Promise.resolve())
    .then(async () => {
      const count = await stock.read()
      await mutex.runExclusive(() => stock.write(count - 1))
    })
}
