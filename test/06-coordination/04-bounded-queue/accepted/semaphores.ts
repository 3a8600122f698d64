/** Two counters with a line each: places that are free, and dishes that are there. */
class Tokens<T> {
  readonly #tokens: T[]
  readonly #line = new Map<object, { give: (token: T) => void; stop: (error: unknown) => void }>()

  constructor(tokens: T[]) {
    this.#tokens = tokens
  }

  get count(): number {
    return this.#tokens.length
  }

  give(token: T): void {
    const [first] = this.#line
    if (!first) return void this.#tokens.push(token)
    this.#line.delete(first[0])
    first[1].give(token)
  }

  take(signal: AbortSignal | undefined): Promise<T> | T {
    if (this.#tokens.length > 0) return this.#tokens.shift() as T
    const me = {}
    return new Promise<T>((give, stop) => {
      const leave = () => {
        off()
        if (this.#line.delete(me)) stop(signal?.reason)
      }
      signal?.addEventListener('abort', leave)
      const off = () => signal?.removeEventListener('abort', leave)
      this.#line.set(me, {
        give: (token) => (off(), give(token)),
        stop: (error) => (off(), stop(error)),
      })
    })
  }

  stopAll(error: Error): void {
    for (const { stop } of this.#line.values()) stop(error)
    this.#line.clear()
  }
}

export class BoundedQueue<T> {
  readonly #max: number
  readonly #dishes = new Tokens<T>([])
  #waiting = new Set<{ item: T; done: () => void; fail: (error: unknown) => void }>()
  #closed: Error | undefined

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#dishes.count
  }

  async put(item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    if (this.#closed) throw this.#closed
    if (this.#dishes.count < this.#max) return this.#dishes.give(item)
    let leave = () => {}
    await new Promise<void>((done, fail) => {
      const me = { item, done, fail }
      this.#waiting.add(me)
      leave = () => {
        if (this.#waiting.delete(me)) fail(signal?.reason)
      }
      signal?.addEventListener('abort', leave)
    }).finally(() => signal?.removeEventListener('abort', leave))
  }

  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    signal?.throwIfAborted()
    if (this.#closed && this.#dishes.count === 0) throw this.#closed
    const dish = this.#dishes.take(signal)
    const [next] = this.#waiting
    if (next && this.#dishes.count < this.#max) {
      this.#waiting.delete(next)
      this.#dishes.give(next.item)
      next.done()
    }
    return dish
  }

  close(): void {
    this.#closed ??= new Error('closed for today')
    this.#dishes.stopAll(this.#closed)
    for (const { fail } of this.#waiting) fail(this.#closed)
    this.#waiting.clear()
  }
}
