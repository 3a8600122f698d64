/**
 * @belief Whoever was woken looks whether the gate is open.
 * @says even if it is closed at once
 */
export class Gate {
  isOpen = false
  #guests: (() => void)[] = []

  open(): void {
    this.isOpen = true
    for (const wake of this.#guests.splice(0)) wake()
  }

  close(): void {
    this.isOpen = false
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    while (!this.isOpen) {
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          this.#guests = this.#guests.filter((guest) => guest !== wake)
          reject(signal?.reason)
        }
        const wake = () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        this.#guests.push(wake)
        signal?.addEventListener('abort', leave, { once: true })
      })
    }
  }
}
