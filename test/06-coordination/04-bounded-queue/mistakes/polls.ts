/**
 * @belief One can look again and again whether there is room.
 * @says put 4
 */
export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf: T[] = []
  #isClosed = false

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#shelf.length
  }

  async put(item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    while (!this.#isClosed && this.#shelf.length >= this.#max) await this.#nap(signal)
    if (this.#isClosed) throw new Error('closed')
    this.#shelf.push(item)
  }

  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    while (!this.#isClosed && this.#shelf.length === 0) await this.#nap(signal)
    if (this.#shelf.length === 0) throw new Error('closed')
    return this.#shelf.shift() as T
  }

  close(): void {
    this.#isClosed = true
  }

  async #nap(signal: AbortSignal | undefined): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 700))
    signal?.throwIfAborted()
  }
}
