interface Waiting {
  next: () => void
}

/** Each wait is a generator that is asked again at each bell. */
export class Condition {
  readonly #all: Set<Waiting> = new Set();

  *#looks(predicate: () => boolean): Generator<undefined, void> {
    while (!predicate()) yield undefined
  }

  async wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    if (signal?.aborted) throw signal.reason
    const looks = this.#looks(predicate)
    if (looks.next().done) return
    const waiting: Waiting = { next: () => undefined }
    let leave = () => {}
    this.#all.add(waiting)
    try {
      await new Promise<void>((resolve, reject) => {
        waiting.next = () => {
          try {
            if (looks.next().done) this.#remove(waiting, resolve)
          } catch (error) {
            this.#remove(waiting, () => reject(error))
          }
        }
        leave = () => this.#remove(waiting, () => reject(signal?.reason))
        signal?.addEventListener('abort', leave)
      })
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  #remove(waiting: Waiting, tell: () => void): void {
    this.#all.delete(waiting)
    tell()
  }

  notifyAll(): void {
    Array.from(this.#all, (waiting) => waiting.next())
  }
}
