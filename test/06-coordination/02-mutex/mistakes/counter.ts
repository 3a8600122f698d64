/**
 * @belief A counter of those inside is a lock.
 * @says locked was
 */
interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  locked = false
  #last: Promise<unknown> = Promise.resolve()

  runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(async () => {
      this.locked = true
      try {
        return await job()
      } finally {
        this.locked = false
      }
    })
    this.#last = mine.catch(() => undefined)
    return mine
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
