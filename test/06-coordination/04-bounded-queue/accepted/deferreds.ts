class Deferred<V> {
  readonly promise: Promise<V>
  resolve!: (value: V) => void
  reject!: (error: unknown) => void
  readonly #signal: AbortSignal | undefined

  constructor(signal: AbortSignal | undefined, line: Set<Deferred<V>>) {
    this.#signal = signal
    const leave = () => {
      if (line.delete(this)) this.reject(signal?.reason)
    }
    this.promise = new Promise<V>((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    }).finally(() => this.#signal?.removeEventListener('abort', leave))
    signal?.addEventListener('abort', leave)
    line.add(this)
  }
}

export class BoundedQueue<T> {
  private readonly shelf: T[] = []
  private readonly guests = new Set<Deferred<T>>()
  private readonly cooks = new Set<Deferred<void>>()
  private readonly hands = new Map<Deferred<void>, T>()
  private open = true
  private readonly max: number

  constructor(max: number) {
    this.max = max
  }

  get size(): number {
    return this.shelf.length
  }

  put = async (item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> => {
    signal?.throwIfAborted()
    if (!this.open) throw new Error('closed')
    for (const guest of this.guests) {
      this.guests.delete(guest)
      return guest.resolve(item)
    }
    if (this.shelf.length < this.max) {
      this.shelf.push(item)
      return undefined
    }
    const cook = new Deferred<void>(signal, this.cooks)
    this.hands.set(cook, item)
    return cook.promise.finally(() => this.hands.delete(cook))
  }

  get = async ({ signal }: { signal?: AbortSignal } = {}): Promise<T> => {
    signal?.throwIfAborted()
    if (this.shelf.length === 0) {
      if (!this.open) throw new Error('closed')
      return new Deferred<T>(signal, this.guests).promise
    }
    const item = this.shelf.shift() as T
    for (const cook of this.cooks) {
      this.cooks.delete(cook)
      this.shelf.push(this.hands.get(cook) as T)
      cook.resolve()
      break
    }
    return item
  }

  close = (): void => {
    this.open = false
    for (const one of [...this.guests, ...this.cooks]) one.reject(new Error('closed'))
    this.guests.clear()
    this.cooks.clear()
  }
}
