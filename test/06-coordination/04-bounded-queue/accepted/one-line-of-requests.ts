interface Request<T> {
  kind: 'put' | 'get'
  item?: T
  resolve: (value: any) => void
  reject: (error: unknown) => void
  off: () => void
}

/** All who wait stand in one list; after each change it is gone through from the front. */
export class BoundedQueue<T> {
  #shelf: T[] = []
  #requests: Request<T>[] = []
  #max: number
  #isClosed = false

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#shelf.length
  }

  async put(item: T, options: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#ask('put', options.signal, item)
  }

  async get(options: { signal?: AbortSignal } = {}): Promise<T> {
    return (await this.#ask('get', options.signal)) as T
  }

  close(): void {
    this.#isClosed = true
    this.#serve()
  }

  #ask(kind: 'put' | 'get', signal?: AbortSignal, item?: T): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const leave = () => {
        this.#requests = this.#requests.filter((one) => one !== request)
        off()
        reject(signal?.reason)
      }
      const off = () => signal?.removeEventListener('abort', leave)
      const request: Request<T> = {
        kind,
        resolve,
        reject,
        off,
        ...(kind === 'put' ? { item: item as T } : {}),
      }
      signal?.addEventListener('abort', leave)
      this.#requests.push(request)
      this.#serve()
    })
  }

  #serve(): void {
    for (let changed = true; changed;) {
      changed = false
      for (const kind of ['get', 'put'] as const) {
        const request = this.#requests.find((one) => one.kind === kind)
        if (!request) continue
        const end = this.#endOf(request)
        if (!end) continue
        this.#requests.splice(this.#requests.indexOf(request), 1)
        request.off()
        end()
        changed = true
      }
    }
  }

  #endOf(request: Request<T>): (() => void) | undefined {
    const refuse = () => request.reject(new Error('The queue has been closed'))
    if (request.kind === 'get') {
      if (this.#shelf.length > 0) {
        const [item] = this.#shelf
        this.#shelf = this.#shelf.slice(1)
        return () => request.resolve(item)
      }
      return this.#isClosed ? refuse : undefined
    }
    if (this.#isClosed) return refuse
    if (this.#shelf.length >= this.#max) return undefined
    this.#shelf = [...this.#shelf, request.item as T]
    return () => request.resolve(undefined)
  }
}
