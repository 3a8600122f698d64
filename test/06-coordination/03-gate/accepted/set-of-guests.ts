interface Guest {
  enter: () => void
}

export class Gate {
  #isOpen = false
  readonly #guests = new Set<Guest>()

  get isOpen(): boolean {
    return this.#isOpen
  }

  open(): void {
    this.#isOpen = true
    for (const guest of this.#guests) guest.enter()
  }

  close(): void {
    this.#isOpen = false
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (this.#isOpen) return resolve()
      const leave = () => {
        this.#guests.delete(guest)
        reject(signal?.reason)
      }
      const guest: Guest = {
        enter: () => {
          this.#guests.delete(guest)
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      this.#guests.add(guest)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
