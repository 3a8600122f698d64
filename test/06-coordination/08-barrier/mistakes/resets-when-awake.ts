/**
 * @belief Whoever is woken first clears the table.
 * @says when seven come at the same moment
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

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    signal?.throwIfAborted()
    const index = this.#guests.length
    const leave = () => {
      const all = this.#guests
      this.#guests = []
      all.forEach((guest, place) =>
        guest.fail(place === index ? signal?.reason : new Error('the barrier is broken')),
      )
    }
    signal?.addEventListener('abort', leave)
    try {
      await new Promise<void>((pass, fail) => {
        this.#guests.push({ pass, fail })
        if (this.#guests.length >= this.#parties) for (const guest of this.#guests) guest.pass()
      })
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#guests = []
    }
    return index
  }
}
