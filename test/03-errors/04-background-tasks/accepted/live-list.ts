interface Outcome {
  error: unknown
}

/** A loop over a set also meets what is added to the set while it goes on. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #outcomes: Outcome[] = []

  async #run(job: () => Promise<void>): Promise<void> {
    await Promise.resolve()
    const [outcome] = await Promise.allSettled([(async () => job())()])
    if (outcome.status === 'rejected') this.#outcomes.push({ error: outcome.reason })
  }

  spawn(job: () => Promise<void>): void {
    const running = this.#run(job)
    this.#running.add(running)
    running.finally(() => this.#running.delete(running))
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    for (const running of this.#running) await running
    const errors = this.#outcomes.splice(0).map(({ error }) => error)
    if (errors.length > 0) throw new AggregateError(errors)
  }
}
