/**
 * @belief The line after the await is always reached.
 * @says never ended
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
    const value = await job()
    const next = this.#line.shift()
    if (next) next()
    else this.#held = false
    return value
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
