class Line<T> {
  #head: Link<T> | undefined
  #tail: Link<T> | undefined

  push(value: T): Link<T> {
    const link: Link<T> = { value, isGone: false, next: undefined }
    if (this.#tail) this.#tail.next = link
    else this.#head = link
    this.#tail = link
    return link
  }

  shift(): Link<T> | undefined {
    while (this.#head) {
      const link = this.#head
      this.#head = link.next
      if (!this.#head) this.#tail = undefined
      if (!link.isGone) {
        link.isGone = true
        return link
      }
    }
    return undefined
  }
}

interface Link<T> {
  value: T
  isGone: boolean
  next: Link<T> | undefined
}

interface Promised<V> {
  yes: (value: V) => void
  no: (error: unknown) => void
}

export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf = new Line<T>()
  readonly #cooks = new Line<Promised<void> & { dish: T }>()
  readonly #guests = new Line<Promised<T>>()
  #count = 0
  #open = true

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#count
  }

  put(dish: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (!this.#open) return Promise.reject(new Error('queue closed'))
    const guest = this.#guests.shift()
    if (guest) return Promise.resolve(guest.value.yes(dish))
    if (this.#count < this.#max) {
      this.#count += 1
      this.#shelf.push(dish)
      return Promise.resolve()
    }
    return this.#wait<void>((promised) => this.#cooks.push({ ...promised, dish }), signal)
  }

  get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    const dish = this.#shelf.shift()
    if (!dish) {
      if (!this.#open) return Promise.reject(new Error('queue closed'))
      return this.#wait<T>((promised) => this.#guests.push(promised), signal)
    }
    const cook = this.#cooks.shift()
    if (cook) {
      this.#shelf.push(cook.value.dish)
      cook.value.yes()
    } else {
      this.#count -= 1
    }
    return Promise.resolve(dish.value)
  }

  close(): void {
    this.#open = false
    for (const line of [this.#cooks, this.#guests]) {
      for (let one = line.shift(); one; one = line.shift()) one.value.no(new Error('queue closed'))
    }
  }

  #wait<V>(
    join: (promised: Promised<V>) => { isGone: boolean },
    signal: AbortSignal | undefined,
  ): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      const off = () => signal?.removeEventListener('abort', leave)
      const link = join({
        yes: (value) => {
          off()
          resolve(value)
        },
        no: (error) => {
          off()
          reject(error)
        },
      })
      const leave = () => {
        link.isGone = true
        off()
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave)
    })
  }
}
