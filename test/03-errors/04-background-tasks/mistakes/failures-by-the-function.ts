/**
 * @belief A function that has failed is one failure, however often it ran.
 * @says drain reports one error for each job
 * @says They should be: Error: no such address, AggregateError
 */
export class Background {
  #running = new Set<Promise<void>>()
  #failures = new Map<() => Promise<void>, unknown>()
  spawn(job: () => Promise<void>): void {
    const guarded: Promise<void> = (async () => job())()
      .catch((error: unknown) => {
        this.#failures.set(job, error)
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
