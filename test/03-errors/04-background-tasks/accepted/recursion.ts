/** Settled outcomes travel through the promises; nothing else is remembered. */
export class Background {
  #jobs: Promise<unknown[]>[] = []
  #size = 0

  spawn = (job: () => Promise<void>): void => {
    this.#size += 1
    const outcome = new Promise<void>((resolve) => resolve(job()))
      .then(
        () => [],
        (error: unknown) => [error],
      )
      .finally(() => (this.#size -= 1))
    this.#jobs.push(outcome)
  }

  get size(): number {
    return this.#size
  }

  drain = (): Promise<void> =>
    this.#collect().then((failures) => {
      if (failures.length > 0) throw new AggregateError(failures)
    })

  async #collect(): Promise<unknown[]> {
    const jobs = this.#jobs.splice(0)
    if (jobs.length === 0) return []
    const failures = (await Promise.all(jobs)).flat()
    return [...failures, ...(await this.#collect())]
  }
}
