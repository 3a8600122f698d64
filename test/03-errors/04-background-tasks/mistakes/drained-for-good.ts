/**
 * @belief A drain that has begun can be kept, and given to whoever asks again.
 * @says Nothing has happened since the first drain: there is nothing to report
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []
  #drained: Promise<void> | undefined

  spawn(job: () => Promise<void>): void {
    const running = this.#watch(job).then(() => {
      this.#running.delete(running)
    })
    this.#running.add(running)
  }

  get size(): number {
    return this.#running.size
  }

  drain(): Promise<void> {
    this.#drained ??= this.#drain()
    return this.#drained
  }

  async #drain(): Promise<void> {
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
