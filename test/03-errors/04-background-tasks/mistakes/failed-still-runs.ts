/**
 * @belief A job that has failed never ends, so it goes on counting.
 * @says drain never ended
 */
export class Background {
  #size = 0
  #failures: unknown[] = []
  #whenEmpty: (() => void)[] = []

  spawn(job: () => Promise<void>): void {
    this.#size += 1
    this.#watch(job)
  }

  get size(): number {
    return this.#size
  }

  async drain(): Promise<void> {
    if (this.#size > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve))
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
      this.#size -= 1
      if (this.#size === 0) for (const wake of this.#whenEmpty.splice(0)) wake()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
