interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

/** The limit of 6.1, with one flame. */
class Semaphore {
  #free: number
  readonly #line: (() => void)[] = []

  constructor(places: number) {
    this.#free = places
  }

  get isFull(): boolean {
    return this.#free === 0
  }

  async use<T>(job: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#line.push(resolve))
    return new Promise<T>((resolve) => resolve(job())).finally(() => {
      const next = this.#line.shift()
      if (next === undefined) this.#free += 1
      else next()
    })
  }
}

export class Mutex {
  readonly #semaphore = new Semaphore(1)

  get locked(): boolean {
    return this.#semaphore.isFull
  }

  runExclusive<T>(job: () => Promise<T>): Promise<T> {
    return this.#semaphore.use(job)
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
