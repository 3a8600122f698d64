/**
 * @belief One promise that is resolved is a gate.
 * @says when it has been closed, one waits again
 */
export class Gate {
  isOpen = false
  #enter = () => {}
  readonly #opened = new Promise<void>((resolve) => (this.#enter = resolve))

  open(): void {
    this.isOpen = true
    this.#enter()
  }

  close(): void {
    this.isOpen = false
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const leave = () => reject(signal?.reason)
      signal?.addEventListener('abort', leave, { once: true })
      this.#opened.then(() => {
        signal?.removeEventListener('abort', leave)
        resolve()
      })
    })
  }
}
