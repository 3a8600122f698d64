/**
 * @belief It is early enough to listen for a failure in drain.
 * @says A promise was rejected and nobody was listening
 */
export class Background {
  #running: Promise<void>[] = []
  #size = 0

  spawn(job: () => Promise<void>): void {
    this.#size += 1
    this.#running.push(this.#count(job))
  }

  get size(): number {
    return this.#size
  }

  async drain(): Promise<void> {
    const failures: unknown[] = []
    while (this.#running.length > 0) {
      const [outcome] = await Promise.allSettled([this.#running.shift()])
      if (outcome.status === 'rejected') failures.push(outcome.reason)
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #count(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } finally {
      this.#size -= 1
    }
  }
}
