/**
 * @belief A job that returns a promise cannot throw.
 * @says spawn does not throw
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = job().then(
      () => {
        this.#running.delete(running)
      },
      (error: unknown) => {
        this.#failures.push(error)
        this.#running.delete(running)
      },
    )
    this.#running.add(running)
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
}
