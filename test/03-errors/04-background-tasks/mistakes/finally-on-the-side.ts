/**
 * @belief finally only cleans up; the promise that it returns can be thrown away.
 * @says A promise was rejected and nobody was listening
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = Promise.resolve().then(job)
    this.#running.add(running)
    running.catch((error: unknown) => this.#failures.push(error))
    running.finally(() => this.#running.delete(running))
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }
}
