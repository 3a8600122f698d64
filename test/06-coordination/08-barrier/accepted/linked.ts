interface Seat {
  index: number
  next: Seat | undefined
  rise(error?: { reason: unknown }): void
}

export class Barrier {
  #last: Seat | undefined
  readonly #parties: number

  constructor(parties: number) {
    this.#parties = parties
  }

  async wait(options?: { signal?: AbortSignal }): Promise<number> {
    const signal = options?.signal
    if (signal?.aborted) throw signal.reason
    const index = this.#last === undefined ? 0 : this.#last.index + 1
    const failure = await new Promise<{ reason: unknown } | undefined>((resolve) => {
      const leave = () =>
        this.#all((seat) => (seat === mine ? signal?.reason : new Error('broken')))
      const mine: Seat = {
        index,
        next: this.#last,
        rise: (error) => {
          signal?.removeEventListener('abort', leave)
          resolve(error)
        },
      }
      this.#last = mine
      signal?.addEventListener('abort', leave)
      if (index + 1 === this.#parties) this.#all()
    })
    if (failure) throw failure.reason
    return index
  }

  #all(reasonFor?: (seat: Seat) => unknown): void {
    let seat = this.#last
    this.#last = undefined
    for (; seat; seat = seat.next) seat.rise(reasonFor ? { reason: reasonFor(seat) } : undefined)
  }
}
