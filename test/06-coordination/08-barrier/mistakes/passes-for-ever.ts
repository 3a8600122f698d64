/**
 * @belief When all have come once, the table is full.
 * @says the next three wait for each other again
 */
export class Barrier {
  readonly #parties: number
  #count = 0
  #pass = () => {}
  readonly #full = new Promise<void>((resolve) => (this.#pass = resolve))

  constructor(parties: number) {
    this.#parties = parties
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    signal?.throwIfAborted()
    const index = this.#count++
    if (this.#count === this.#parties) this.#pass()
    await this.#full
    return index
  }
}
