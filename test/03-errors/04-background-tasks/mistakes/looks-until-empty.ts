/**
 * @belief A promise leaves a set by itself when it is settled.
 * @says An endless loop
 * @says never let anybody else have a turn
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    this.#running.add(this.#watch(job))
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
