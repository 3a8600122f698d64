/** An alarm clock that is a listener itself. */
class Alarm {
  readonly rings: Promise<void>
  readonly #signal: AbortSignal | undefined
  #timer: NodeJS.Timeout | undefined
  #settle!: { resolve: () => void; reject: (reason: unknown) => void }

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal
    this.rings = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
  }

  set(ms: number): this {
    if (this.#signal?.aborted) {
      this.handleEvent()
      return this
    }
    this.#signal?.addEventListener('abort', this)
    this.#timer = setTimeout(() => {
      this.#signal?.removeEventListener('abort', this)
      this.#settle.resolve()
    }, ms)
    return this
  }

  handleEvent(): void {
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this)
    this.#settle.reject(this.#signal?.reason)
  }
}

export const sleep = (ms: number, options: { signal?: AbortSignal } = {}): Promise<void> =>
  new Alarm(options.signal).set(ms).rings
