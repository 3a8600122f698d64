/**
 * @belief A receipt is not important enough to tell anybody that it failed.
 * @says drain resolved where it should have rejected
 */
export class Background {
  readonly #running = new Set<Promise<void>>()

  spawn(job: () => Promise<void>): void {
    const running = Promise.resolve()
      .then(job)
      .catch(() => undefined)
      .then(() => {
        this.#running.delete(running)
      })
    this.#running.add(running)
  }

  get size(): number {
    return this.#running.size
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
