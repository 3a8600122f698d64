/**
 * @belief Whoever is woken looks whether something is there, and if not waits again.
 * @says Taken were
 */
export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf: T[] = []
  #bells: (() => void)[] = []
  #isClosed = false

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#shelf.length
  }

  async put(item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    while (!this.#isClosed && this.#shelf.length >= this.#max) await this.#bell(signal)
    if (this.#isClosed) throw new Error('closed')
    this.#shelf.push(item)
    this.#ring()
  }

  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    signal?.throwIfAborted()
    while (!this.#isClosed && this.#shelf.length === 0) await this.#bell(signal)
    if (this.#shelf.length === 0) throw new Error('closed')
    const item = this.#shelf.shift() as T
    this.#ring()
    return item
  }

  close(): void {
    this.#isClosed = true
    this.#ring()
  }

  #ring(): void {
    for (const wake of this.#bells.splice(0)) wake()
  }

  async #bell(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const over = () => {
        signal?.removeEventListener('abort', over)
        resolve()
      }
      this.#bells.push(over)
      signal?.addEventListener('abort', over)
    })
    signal?.throwIfAborted()
  }
}
