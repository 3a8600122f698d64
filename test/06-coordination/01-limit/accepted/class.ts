class Kitchen {
  readonly #max: number
  readonly #line: (() => void)[] = []
  #busy = 0

  constructor(max: number) {
    this.#max = max
  }

  async cook<T>(job: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await job()
    } finally {
      this.#leave()
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#busy < this.#max) {
      this.#busy += 1
      return undefined
    }
    return new Promise((resolve) => this.#line.push(resolve))
  }

  #leave(): void {
    if (this.#line.length > 0) this.#line.shift()!()
    else this.#busy -= 1
  }
}

export const limit = (max: number) => {
  const kitchen = new Kitchen(max)
  return <T>(job: () => Promise<T>): Promise<T> => kitchen.cook(job)
}
