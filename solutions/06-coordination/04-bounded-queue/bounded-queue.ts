interface Waiting<V> {
  resolve: (value: V) => void
  reject: (error: unknown) => void
}

/** A shelf between those who cook and those who serve, with room for so many. */
export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf: T[] = []
  readonly #putters = new Map<Waiting<void>, T>()
  readonly #getters = new Set<Waiting<T>>()
  #isClosed = false

  constructor(max: number) {
    this.#max = max
  }

  /** Puts an item on the shelf, and waits as long as there is no room. */
  async put(
    item: T,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<void> {
    signal?.throwIfAborted()
    if (this.#isClosed) throw closed()
    const [getter] = this.#getters
    if (getter) {
      // Handed over: nobody can take it from the shelf in between.
      this.#getters.delete(getter)
      getter.resolve(item)
    } else if (this.#shelf.length < this.#max) {
      this.#shelf.push(item)
    } else {
      const putters = this.#putters
      await inLine(
        (one: Waiting<void>) => putters.set(one, item),
        putters,
        signal,
      )
    }
  }

  /** Takes the oldest item, and waits as long as there is none. */
  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    signal?.throwIfAborted()
    if (this.#shelf.length > 0) {
      const item = this.#shelf.shift() as T
      const [next] = this.#putters
      if (next) {
        this.#putters.delete(next[0])
        this.#shelf.push(next[1])
        next[0].resolve()
      }
      return item
    }
    if (this.#isClosed) throw closed()
    const getters = this.#getters
    return inLine((one: Waiting<T>) => getters.add(one), getters, signal)
  }

  /** Nothing is put any more; what is on the shelf can still be taken. */
  close(): void {
    this.#isClosed = true
    for (const one of [...this.#putters.keys(), ...this.#getters])
      one.reject(closed())
    this.#putters.clear()
    this.#getters.clear()
  }

  /** How many items are on the shelf. */
  get size(): number {
    return this.#shelf.length
  }
}

const closed = (): Error => new Error('The queue is closed.')

/** Waits in a line until somebody resolves or rejects, or the signal is aborted. */
async function inLine<V>(
  join: (one: Waiting<V>) => unknown,
  line: { delete: (one: Waiting<V>) => boolean },
  signal: AbortSignal | undefined,
): Promise<V> {
  let leave = (): void => undefined
  try {
    return await new Promise<V>((resolve, reject) => {
      const one = { resolve, reject }
      leave = () => {
        // Whoever is not in line any more has been served, and it is too late.
        if (line.delete(one)) reject(signal?.reason as Error)
      }
      join(one)
      signal?.addEventListener('abort', leave)
    })
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}
