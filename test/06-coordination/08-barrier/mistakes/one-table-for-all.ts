/**
 * @belief What is written at the top of the file belongs to each barrier.
 * @says two tables know nothing of each other
 */
interface Guest {
  pass: () => void
  fail: (error: unknown) => void
}

let guests: Guest[] = []

export class Barrier {
  readonly #parties: number

  constructor(parties: number) {
    this.#parties = parties
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const index = guests.length
      const leave = () => {
        const others = guests.filter((other) => other !== guest)
        guests = []
        guest.fail(signal?.reason)
        for (const other of others) other.fail(new Error('the barrier is broken'))
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
      guests.push(guest)
      if (guests.length === this.#parties) {
        const all = guests
        guests = []
        for (const one of all) one.pass()
      }
    })
  }
}
