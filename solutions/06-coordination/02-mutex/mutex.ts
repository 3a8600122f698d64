/** How many portions of fish there are: a number on a board in the cellar. */
export interface Stock {
  read(): Promise<number>
  write(count: number): Promise<void>
}

/** A lock: of the jobs that are given to it, one runs at a time. */
export class Mutex {
  #isHeld = false
  readonly #line: (() => void)[] = []

  /** Does the job as soon as it is its turn, and gives what comes of it. */
  async runExclusive<T>(job: () => Promise<T>): Promise<T> {
    if (this.#isHeld) {
      await new Promise<void>((resolve) => this.#line.push(resolve))
    }
    this.#isHeld = true
    try {
      return await job()
    } finally {
      const next = this.#line.shift()
      // It stays held: the key goes from hand to hand.
      if (next) next()
      else this.#isHeld = false
    }
  }

  /** Whether somebody is inside, or in line. */
  get locked(): boolean {
    return this.#isHeld
  }
}

/** Takes one portion off the stock; nobody else may do so meanwhile. */
export async function buy(stock: Stock, mutex: Mutex): Promise<void> {
  await mutex.runExclusive(async () => {
    const count = await stock.read()
    await stock.write(count - 1)
  })
}
