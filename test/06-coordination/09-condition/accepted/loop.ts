/** As in Python: a loop around a bell that rings once. */
export class Condition {
  #bell = this.#newBell()

  #newBell() {
    let ring!: () => void
    const rung = new Promise<void>((resolve) => (ring = resolve))
    return { rung, ring }
  }

  async wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    while (!predicate()) {
      await this.#rungOrLeft(signal)
      signal?.throwIfAborted()
    }
  }

  #rungOrLeft(signal: AbortSignal | undefined): Promise<void> {
    const { rung } = this.#bell
    if (!signal) return rung
    return new Promise((resolve) => {
      const over = () => {
        signal.removeEventListener('abort', over)
        resolve()
      }
      signal.addEventListener('abort', over)
      void rung.then(over)
    })
  }

  notifyAll(): void {
    const { ring } = this.#bell
    this.#bell = this.#newBell()
    ring()
  }
}
