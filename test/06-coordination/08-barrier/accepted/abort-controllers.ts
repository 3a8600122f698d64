interface Table {
  came: number
  begun: AbortController
  broken: AbortController
}

const newTable = (): Table => ({
  came: 0,
  begun: new AbortController(),
  broken: new AbortController(),
})

/** Both ends of a round are signals. */
export class Barrier {
  #table = newTable()
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    signal?.throwIfAborted()
    const table = this.#table
    const index = table.came++
    const { begun, broken } = table
    const leave = () => {
      this.#table = newTable()
      broken.abort(new Error('the barrier is broken'))
    }
    if (table.came === this.#size) {
      this.#table = newTable()
      begun.abort()
      return index
    }
    signal?.addEventListener('abort', leave)
    const either = AbortSignal.any([begun.signal, broken.signal])
    await new Promise<void>((resolve) => {
      const over = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      // Heard at once, so that nobody can leave a table that has begun.
      begun.signal.addEventListener('abort', over, { once: true })
      broken.signal.addEventListener('abort', over, { once: true })
      if (either.aborted) over()
    })
    if (begun.signal.aborted) return index
    throw signal?.aborted ? signal.reason : broken.signal.reason
  }
}
