/**
 * @belief A promise that is rejected is one failure, however many jobs return it.
 * @says drain reports one error for each job
 * @says They should be: Error: no such address, AggregateError
 */
export class Background {
  #running = new Set<Promise<void>>()
  #failures = new Map<unknown, unknown>()
  spawn(job: () => Promise<void>): void {
    let promise: Promise<void>
    try {
      promise = job()
    } catch (error) {
      promise = Promise.reject(error)
    }
    const guarded: Promise<void> = promise
      .catch((error: unknown) => {
        this.#failures.set(promise, error)
      })
      .finally(() => this.#running.delete(guarded))
    this.#running.add(guarded)
  }
  get size(): number {
    return this.#running.size
  }
  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
    const failures = [...this.#failures.values()]
    this.#failures.clear()
    if (failures.length > 0) throw new AggregateError(failures, 'failed')
  }
}
