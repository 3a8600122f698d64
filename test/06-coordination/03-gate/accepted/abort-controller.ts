/** The opening of the gate is itself a signal: of each round another one. */
export class Gate {
  #round = new AbortController()

  open(): void {
    this.#round.abort()
  }

  close(): void {
    if (this.#round.signal.aborted) this.#round = new AbortController()
  }

  get isOpen(): boolean {
    return this.#round.signal.aborted
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const opened = this.#round.signal
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (opened.aborted) return resolve()
      const end = new AbortController()
      const over = (tell: () => void) => () => {
        end.abort()
        tell()
      }
      opened.addEventListener('abort', over(resolve), { signal: end.signal })
      signal?.addEventListener(
        'abort',
        over(() => reject(signal.reason)),
        { signal: end.signal },
      )
    })
  }
}
