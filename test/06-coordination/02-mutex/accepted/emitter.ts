import { EventEmitter, once } from 'node:events'

interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

/** Tickets, as in an office: whoever's number is called may come in. */
export class Mutex extends EventEmitter {
  #next = 0
  #called = 0

  constructor() {
    super()
    this.setMaxListeners(0)
  }

  get locked(): boolean {
    return this.#next > this.#called
  }

  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    const ticket = this.#next++
    if (ticket !== this.#called) await once(this, `ticket ${ticket}`)
    try {
      return await job()
    } finally {
      this.#called += 1
      this.emit(`ticket ${this.#called}`)
    }
  }
}

export async function buy(stock: Stock, mutex: Mutex): Promise<void> {
  return mutex.runExclusive(async function takeOne() {
    return stock.write((await stock.read()) - 1)
  })
}
