/**
 * @belief In the background there is no hurry: one job may wait for the one before.
 * @says drain resolved at second 17 instead of 9
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []
  #last: Promise<void> = Promise.resolve()

  spawn(job: () => Promise<void>): void {
    const running = this.#last
      .then(() => this.#watch(job))
      .then(() => {
        this.#running.delete(running)
      })
    this.#running.add(running)
    this.#last = running
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
