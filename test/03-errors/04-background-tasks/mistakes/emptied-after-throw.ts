/**
 * @belief What stands behind a throw is done before the caller hears of it.
 * @says Nothing has happened since the first drain: there is nothing to report
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
    if (this.#failures.length > 0) {
      throw new AggregateError(this.#failures, 'some jobs have failed')
    }
    this.#failures = []
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
