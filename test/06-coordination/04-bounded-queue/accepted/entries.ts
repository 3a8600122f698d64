interface Entry {
  go(): void
  stop(error: unknown): void
}

export class BoundedQueue<T> {
  #items: T[] = []
  #cooks: { entry: Entry; item: T }[] = []
  #guests: { entry: Entry; take: (item: T) => void }[] = []
  #closed = false

  readonly max: number

  constructor(max: number) {
    this.max = max
  }

  get size() {
    return this.#items.length
  }

  put(item: T, options?: { signal?: AbortSignal }): Promise<void> {
    return new Promise((resolve, reject) => {
      options?.signal?.throwIfAborted()
      if (this.#closed) throw new Error('the shelf is closed')
      const entry = this.#entry(options?.signal, resolve, reject)
      this.#cooks.push({ entry, item })
      this.#settle()
    })
  }

  get(options?: { signal?: AbortSignal }): Promise<T> {
    return new Promise((resolve, reject) => {
      options?.signal?.throwIfAborted()
      if (this.#closed && this.#items.length === 0) throw new Error('the shelf is closed')
      const entry = this.#entry(options?.signal, () => undefined, reject)
      this.#guests.push({ entry, take: resolve })
      this.#settle()
    })
  }

  close(): void {
    this.#closed = true
    const error = new Error('the shelf is closed')
    for (const { entry } of [...this.#cooks.splice(0), ...this.#guests.splice(0)]) entry.stop(error)
  }

  /** Moves whatever can be moved. */
  #settle(): void {
    for (;;) {
      if (this.#items.length > 0 && this.#guests.length > 0) {
        const { entry, take } = this.#guests.shift()!
        take(this.#items.shift() as T)
        entry.go()
      } else if (
        this.#cooks.length > 0 &&
        (this.#items.length < this.max || this.#guests.length > 0)
      ) {
        const { entry, item } = this.#cooks.shift()!
        this.#items.push(item)
        entry.go()
      } else return
    }
  }

  #entry(signal: AbortSignal | undefined, done: () => void, fail: (error: unknown) => void): Entry {
    const leave = () => {
      this.#cooks = this.#cooks.filter((one) => one.entry !== entry)
      this.#guests = this.#guests.filter((one) => one.entry !== entry)
      entry.stop(signal?.reason)
    }
    const entry: Entry = {
      go: () => {
        signal?.removeEventListener('abort', leave)
        done()
      },
      stop: (error) => {
        signal?.removeEventListener('abort', leave)
        fail(error)
      },
    }
    signal?.addEventListener('abort', leave)
    return entry
  }
}
