/** A shelf between those who cook and those who serve, with room for so many. */
export class BoundedQueue<T> {
  readonly #shelf: T[] = []

  constructor(_max: number) {}

  /** Puts an item on the shelf, and waits as long as there is no room. */
  async put(
    item: T,
    _options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    // TODO: this shelf has no end, and nobody waits. Make both sides wait.
    // Delete this comment when you begin.
    this.#shelf.push(item)
  }

  /** Takes the oldest item, and waits as long as there is none. */
  async get(_options: { signal?: AbortSignal } = {}): Promise<T> {
    return this.#shelf.shift() as T
  }

  /** Nothing is put any more; what is on the shelf can still be taken. */
  close(): void {}

  /** How many items are on the shelf. */
  get size(): number {
    return this.#shelf.length
  }
}
