/**
 * @belief A signal belongs to one who waits.
 * @says They
 */
export class Gate {
  isOpen = false
  readonly #guests = new Map<AbortSignal, { enter: () => void; leave: () => void }>()

  open(): void {
    this.isOpen = true
    for (const [signal, { enter, leave }] of this.#guests) {
      signal.removeEventListener('abort', leave)
      enter()
    }
    this.#guests.clear()
  }

  close(): void {
    this.isOpen = false
  }

  wait({ signal = new AbortController().signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((enter, reject) => {
      if (signal.aborted) return reject(signal.reason)
      if (this.isOpen) return enter()
      const leave = () => {
        this.#guests.delete(signal)
        reject(signal.reason)
      }
      this.#guests.set(signal, { enter, leave })
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}
