/**
 * @belief Nobody waits at a gate for longer than a minute.
 * @says still running
 */
export class Gate {
  isOpen = false
  readonly #guests = new Set<() => void>()

  open(): void {
    this.isOpen = true
    for (const enter of this.#guests) enter()
    this.#guests.clear()
  }

  close(): void {
    this.isOpen = false
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (this.isOpen) return resolve()
      const leave = () => {
        this.#guests.delete(enter)
        reject(signal?.reason)
      }
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      setTimeout(() => reject(new Error('waited too long')), 60_000)
      this.#guests.add(enter)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
