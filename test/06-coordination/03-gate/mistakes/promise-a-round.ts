/**
 * @belief Whoever has been let in hears of it at once.
 * @says without an await. They
 */
/** A new promise for each time that the gate is shut. */
export class Gate {
  #open: () => void = () => undefined
  #round = this.#newRound()
  isOpen = false

  #newRound(): Promise<void> {
    return new Promise((resolve) => (this.#open = resolve))
  }

  open(): void {
    this.isOpen = true
    this.#open()
  }

  close(): void {
    if (this.isOpen) this.#round = this.#newRound()
    this.isOpen = false
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    if (!signal) return this.#round
    const round = this.#round
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal.reason)
      if (signal.aborted) return leave()
      signal.addEventListener('abort', leave)
      void round.then(() => {
        signal.removeEventListener('abort', leave)
        resolve()
      })
    })
  }
}
