/**
 * @belief One can look again and again whether the door is open.
 * @says job
 */
interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  locked = false

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    while (this.locked) await new Promise((resolve) => setTimeout(resolve, 700))
    this.locked = true
    try {
      return await job()
    } finally {
      this.locked = false
    }
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
