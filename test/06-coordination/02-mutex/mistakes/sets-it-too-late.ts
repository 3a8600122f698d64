/**
 * @belief The door is locked when the job begins.
 * @says all
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
    await null
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
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
