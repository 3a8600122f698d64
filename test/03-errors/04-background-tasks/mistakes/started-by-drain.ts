/**
 * @belief A background job may be kept in a list, to be run when there is time for it.
 * @says receipt 3 never started
 * @says receipt 3 never started
 */
export class Background {
  #jobs: (() => Promise<void>)[] = []
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    this.#jobs.push(job)
  }

  get size(): number {
    return this.#jobs.length
  }

  async drain(): Promise<void> {
    while (this.#jobs.length > 0) {
      await Promise.all(this.#jobs.splice(0).map((job) => this.#watch(job)))
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
