/**
 * @belief A drain begins with a clean sheet: what was before is past.
 * @says The receipt failed at second 1, and drain is called at second 4
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = this.#watch(job).then(() => {
      this.#running.delete(running)
    })
    this.#running.add(running)
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    this.#failures = []
    while (this.#running.size > 0) await Promise.all(this.#running)
    if (this.#failures.length > 0) {
      throw new AggregateError(this.#failures, 'some jobs have failed')
    }
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
