/** A door that is open or shut: whoever comes while it is shut waits outside. */
export class Gate {
  #isOpen = false
  readonly #waiting = new Set<() => void>()

  /** Lets in everybody who is waiting, and whoever comes from now on. */
  open(): void {
    this.#isOpen = true
    for (const enter of this.#waiting) enter()
    this.#waiting.clear()
  }

  /** Whoever comes from now on has to wait. */
  close(): void {
    this.#isOpen = false
  }

  /** Resolves when one may go in; rejects when the signal is aborted before. */
  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    if (this.#isOpen) return
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.delete(enter)
        reject(signal?.reason as Error)
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.add(enter)
    })
  }

  get isOpen(): boolean {
    return this.#isOpen
  }
}
