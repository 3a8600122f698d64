/**
 * @belief Every job makes a promise of its own, so the promise is a good name for the job.
 * @says both return the same promise: size is 2 then
 */
export class Background {
  readonly #running = new Map<unknown, Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    try {
      const promise = job()
      const running = this.#watch(promise).then(() => {
        this.#running.delete(promise)
      })
      this.#running.set(promise, running)
    } catch (error) {
      this.#failures.push(error)
    }
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values())
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #watch(promise: Promise<void>): Promise<void> {
    try {
      await promise
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
