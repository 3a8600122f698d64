/**
 * @belief Whoever is waited for has been seen to, and may be taken off the list.
 * @says Who is waited for is still running, and counted
 */
export class Background {
  #running: Promise<void>[] = []
  #failures: unknown[] = []

  spawn(job: () => Promise<void>): void {
    const running = this.#watch(job).then(() => {
      this.#running = this.#running.filter((one) => one !== running)
    })
    this.#running.push(running)
  }

  get size(): number {
    return this.#running.length
  }

  async drain(): Promise<void> {
    while (this.#running.length > 0) await Promise.all(this.#running.splice(0))
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
