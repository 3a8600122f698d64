/**
 * @belief There is room when somebody has taken something.
 * @says whoever was waiting to put comes before whoever comes now
 */
interface Waiting<V> {
  resolve: (value: V) => void
  reject: (error: unknown) => void
}

export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf: T[] = []
  readonly #putters: (Waiting<void> & { item: T })[] = []
  readonly #getters: Waiting<T>[] = []
  #isClosed = false

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#shelf.length
  }

  async put(item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    if (this.#isClosed) throw new Error('closed')
    const getter = this.#getters.shift()
    if (getter) return getter.resolve(item)
    if (this.#shelf.length < this.#max) {
      this.#shelf.push(item)
      return
    }
    await this.#waitIn(this.#putters, (waiting: Waiting<void>) => ({ ...waiting, item }), signal)
  }

  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    signal?.throwIfAborted()
    if (this.#shelf.length > 0) {
      const item = this.#shelf.shift() as T
      const putter = this.#putters.shift()
      if (putter) {
        void Promise.resolve().then(() => {
          this.#shelf.push(putter.item)
          putter.resolve()
        })
      }
      return item
    }
    if (this.#isClosed) throw new Error('closed')
    return this.#waitIn(this.#getters, (waiting: Waiting<T>) => waiting, signal)
  }

  close(): void {
    this.#isClosed = true
    for (const { reject } of this.#putters.splice(0)) reject(new Error('closed'))
    for (const { reject } of this.#getters.splice(0)) reject(new Error('closed'))
  }

  #waitIn<V, W extends Waiting<V>>(
    line: W[],
    make: (waiting: Waiting<V>) => W,
    signal: AbortSignal | undefined,
  ): Promise<V> {
    let leave = () => {}
    return new Promise<V>((resolve, reject) => {
      const mine = make({ resolve, reject })
      leave = () => {
        const place = line.indexOf(mine)
        if (place < 0) return
        line.splice(place, 1)
        reject(signal?.reason)
      }
      line.push(mine)
      signal?.addEventListener('abort', leave)
    }).finally(() => signal?.removeEventListener('abort', leave))
  }
}
