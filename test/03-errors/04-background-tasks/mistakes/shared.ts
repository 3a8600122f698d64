/**
 * @belief One list for all backgrounds will do: it is the same restaurant.
 * @says There are two backgrounds, with one job each
 */
export class Background {
  static readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = this.#watch(job).then(() => {
      Background.#running.delete(running)
    })
    Background.#running.add(running)
  }

  get size(): number {
    return Background.#running.size
  }

  async drain(): Promise<void> {
    while (Background.#running.size > 0) await Promise.all(Background.#running)
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
