interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export class Mutex {
  readonly #waiting: ((release: () => void) => void)[] = []
  locked = false

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await job()
    } finally {
      release()
    }
  }

  private acquire(): Promise<() => void> {
    const release = () => {
      const next = this.#waiting.shift()
      if (next) next(release)
      else this.locked = false
    }
    return new Promise((resolve) => {
      if (this.locked) this.#waiting.push(resolve)
      else {
        this.locked = true
        resolve(release)
      }
    })
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
