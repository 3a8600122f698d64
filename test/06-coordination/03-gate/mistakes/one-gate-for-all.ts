/**
 * @belief What is written at the top of the file belongs to each gate.
 * @says two gates know nothing of each other
 */
interface Guest {
  enter: () => void
}

const guests = new Set<Guest>()

export class Gate {
  #isOpen = false

  get isOpen(): boolean {
    return this.#isOpen
  }

  open(): void {
    this.#isOpen = true
    for (const guest of guests) guest.enter()
  }

  close(): void {
    this.#isOpen = false
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (this.#isOpen) return resolve()
      const leave = () => {
        guests.delete(guest)
        reject(signal?.reason)
      }
      const guest: Guest = {
        enter: () => {
          guests.delete(guest)
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      guests.add(guest)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
