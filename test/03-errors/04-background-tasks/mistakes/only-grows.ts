/**
 * @belief A job that is done needs no forgetting: it does no harm in the list.
 * @says Whoever is done, well or badly, is not counted any more
 */
export class Background {
  readonly #jobs: Promise<void>[] = []
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    this.#jobs.push(this.#watch(job))
  }

  get size(): number {
    return this.#jobs.length
  }

  async drain(): Promise<void> {
    let seen = -1
    while (seen < this.#jobs.length) {
      seen = this.#jobs.length
      await Promise.all(this.#jobs)
    }
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
