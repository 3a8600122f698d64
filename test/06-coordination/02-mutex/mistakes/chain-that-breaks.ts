/**
 * @belief Whoever waits for the one before waits for a success.
 * @says What the three came to
 */
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
    const mine = this.#last.then(job)
    this.#last = mine
    const leave = () => void (this.#count -= 1)
    mine.then(leave, leave)
    return mine
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
