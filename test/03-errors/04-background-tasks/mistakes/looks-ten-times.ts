/**
 * @belief Ten looks are enough to meet whoever comes late.
 * @says drain looks again until nobody is left, however often
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
    for (let look = 0; look < 10; look += 1) await Promise.all(this.#running)
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
