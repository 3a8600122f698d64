/**
 * @belief Jobs that were spawned meanwhile are caught by a second look.
 * @says drain goes on until nobody is left
 * @says drain ended at second 7 while one job was still running
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
    await Promise.all(this.#running)
    await Promise.all(this.#running)
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
