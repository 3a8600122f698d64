/**
 * @belief Whoever leaves wakes everybody who waits.
 * @says job
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
      this.#held = false
      for (const next of this.#line.splice(0)) next()
    }
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
