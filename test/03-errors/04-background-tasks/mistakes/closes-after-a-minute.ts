/**
 * @belief After a minute nobody needs to wait any longer.
 * @says nobody has said that drain may leave before
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
    let timer: NodeJS.Timeout | undefined
    const closing = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 60_000)
    })
    await Promise.race([this.#untilEmpty(), closing])
    clearTimeout(timer)
    const failures = this.#failures
    this.#failures = []
    if (failures.length > 0) throw new AggregateError(failures, 'some jobs have failed')
  }

  async #untilEmpty(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  async #watch(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      this.#failures.push(error)
    }
  }
}
