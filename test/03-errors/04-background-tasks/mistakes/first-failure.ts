/**
 * @belief Promise.all waits for everybody, also when one of them fails.
 * @says waits for the others when a receipt cannot be sent
 * @says drain ended at second 5 while one job was still running
 */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = Promise.resolve().then(job)
    this.#running.add(running)
    const forget = () => this.#running.delete(running)
    running.then(forget, (error: unknown) => {
      this.#failures.push(error)
      forget()
    })
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    try {
      while (this.#running.size > 0) await Promise.all(this.#running)
    } catch {
      // The failure has been noted already.
    }
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }
}
