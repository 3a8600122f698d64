/**
 * @belief The same error twice is one failure.
 * @says drain reports one error for each job
 * @says They are: Error: no such address, AggregateError
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #failures = new Set<unknown>()

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
    const failures = [...this.#failures]
    this.#failures.clear()
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.add(error)
    }
  }
}
