interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  #queue: (() => Promise<void>)[] = []
  #works = false

  get locked() {
    return this.#works
  }

  runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const result = new Promise<T>((resolve, reject) => {
      this.#queue.push(async () => {
        const [outcome] = await Promise.allSettled([(async () => job())()])
        if (this.#queue.length === 0) this.#works = false
        outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason)
      })
    })
    if (!this.#works) void this.#work()
    return result
  }

  async #work() {
    this.#works = true
    while (this.#queue.length > 0) await this.#queue.shift()!()
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
