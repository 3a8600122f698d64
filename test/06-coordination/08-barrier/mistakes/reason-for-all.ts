/**
 * @belief All leave for the same reason.
 * @says The call of Bob
 */
interface Guest {
  pass: () => void
  fail: (error: unknown) => void
}

export class Barrier {
  readonly #parties: number
  #guests: Guest[] = []

  constructor(parties: number) {
    this.#parties = parties
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const index = this.#guests.length
      const leave = () => {
        const others = this.#guests.filter((other) => other !== guest)
        this.#guests = []
        guest.fail(signal?.reason)
        for (const other of others) other.fail(signal?.reason)
      }
      const guest: Guest = {
        pass: () => {
          signal?.removeEventListener('abort', leave)
          resolve(index)
        },
        fail: (error) => {
          signal?.removeEventListener('abort', leave)
          reject(error)
        },
      }
      signal?.addEventListener('abort', leave)
      this.#guests.push(guest)
      if (this.#guests.length === this.#parties) {
        const all = this.#guests
        this.#guests = []
        for (const one of all) one.pass()
      }
    })
  }
}
