/** Counts up and down, and wakes whoever waits for nought. */
export class Background {
  #count = 0
  #failures: unknown[] = []
  #wake: (() => void)[] = []

  spawn(job: () => Promise<void>): void {
    this.#count += 1
    const end = () => {
      this.#count -= 1
      if (this.#count > 0) return
      for (const wake of this.#wake) wake()
      this.#wake = []
    }
    const fail = (error: unknown) => {
      this.#failures.push(error)
      end()
    }
    try {
      job().then(end, fail)
    } catch (error) {
      fail(error)
    }
  }

  get size(): number {
    return this.#count
  }

  drain(): Promise<void> {
    return new Promise((resolve, reject) => {
      const report = () => {
        const failures = this.#failures.splice(0)
        if (failures.length === 0) resolve()
        else reject(new AggregateError(failures))
      }
      if (this.#count === 0) report()
      else this.#wake.push(report)
    })
  }
}
