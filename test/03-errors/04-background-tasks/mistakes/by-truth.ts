/**
 * @belief What a failed job leaves behind is something, and of one that went well there is nothing.
 * @says Who rejects has failed, whatever comes with it
 * @says They are: 'no such address'
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
    while (this.#running.size > 0) await Promise.all(this.#running)
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    let problem: unknown
    try {
      await job()
    } catch (error) {
      problem = error
    }
    if (problem) this.#failures.push(problem)
  }
}
