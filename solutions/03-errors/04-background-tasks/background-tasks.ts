/** Jobs for which no guest has to wait, and which are not forgotten. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #failures: unknown[] = []

  /** Starts the job and returns at once. */
  spawn(job: () => Promise<void>): void {
    // What #watch returns never fails, and neither does what follows it.
    const running = this.#watch(job).then(() => {
      this.#running.delete(running)
    })
    this.#running.add(running)
  }

  /** How many jobs are still running. */
  get size(): number {
    return this.#running.size
  }

  /** Waits for all jobs, and reports those that have failed. */
  async drain(): Promise<void> {
    // Whoever was waited for may have spawned somebody else, so look again.
    while (this.#running.size > 0) await Promise.all(this.#running)

    const failures = this.#failures
    // A failure is reported once: the next drain starts with a clean sheet.
    this.#failures = []
    if (failures.length > 0) {
      throw new AggregateError(failures, 'some jobs have failed')
    }
  }

  /** Runs a job, and keeps its error until somebody asks. */
  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
