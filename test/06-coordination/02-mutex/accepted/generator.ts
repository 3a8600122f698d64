interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

function* turns(): Generator<[Promise<void>, () => void], never> {
  let before = Promise.resolve()
  for (;;) {
    let done!: () => void
    const mine = new Promise<void>((resolve) => (done = resolve))
    yield [before, done]
    before = mine
  }
}

export class Mutex {
  readonly #turns = turns()
  #waiting = new Set<object>()

  get locked(): boolean {
    return this.#waiting.size !== 0
  }

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const me = {}
    this.#waiting.add(me)
    const [turn, done] = this.#turns.next().value
    await turn
    try {
      const value = await job()
      return value
    } finally {
      this.#waiting.delete(me)
      done()
    }
  }
}

export function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
