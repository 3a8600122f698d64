/**
 * @belief A function that starts a job should wait until the job is done.
 * @says spawn starts the job, and the guest does not wait for it
 * @says answer resolved at second 3 instead of 0
 * @says answer ended only when receipt 3 was over
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  async spawn(job: () => Promise<void>): Promise<void> {
    const running = this.#watch(job).then(() => {
      this.#running.delete(running)
    })
    this.#running.add(running)
    await running
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
