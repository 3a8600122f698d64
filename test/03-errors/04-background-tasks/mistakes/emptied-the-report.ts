/**
 * @belief To empty the list after it has been handed over changes only the own one.
 * @says They are: no errors
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
    while (this.#running.size > 0) await Promise.all(this.#running)
    const report = new AggregateError([], 'some jobs have failed')
    report.errors = this.#failures
    const failed = this.#failures.length > 0
    this.#failures.length = 0
    if (failed) throw report
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
