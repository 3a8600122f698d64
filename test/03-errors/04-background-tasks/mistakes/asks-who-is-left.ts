/**
 * @belief Whoever is still running when drain is called can tell what has failed.
 * @says The receipt failed at second 1, and drain is called at second 4
 */
export class Background {
  readonly #running = new Set<Promise<void>>()

  spawn(job: () => Promise<void>): void {
    const running = Promise.resolve().then(job)
    this.#running.add(running)
    const forget = () => this.#running.delete(running)
    running.then(forget, forget)
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    const failures: unknown[] = []
    while (this.#running.size > 0) {
      const asked = [...this.#running]
      for (const outcome of await Promise.allSettled(asked)) {
        if (outcome.status === 'rejected') failures.push(outcome.reason)
      }
      for (const running of asked) this.#running.delete(running)
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }
}
