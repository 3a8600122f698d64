interface Guest {
  pass: () => void
  fail: (error: unknown) => void
}

/** A table that begins to eat when all are there. */
export class Barrier {
  readonly #parties: number
  #table: Guest[] = []

  constructor(parties: number) {
    this.#parties = parties
  }

  /**
   * Waits until as many are waiting as the barrier has parties, and resolves to
   * the number of those who had come before.
   */
  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    signal?.throwIfAborted()
    const table = this.#table
    const index = table.length
    const leave = (): void => {
      // Whoever has passed disturbs nobody at the next table.
      if (table === this.#table) this.#breakUp(signal?.reason, index)
    }
    signal?.addEventListener('abort', leave)
    try {
      await new Promise<void>((pass, fail) => {
        table.push({ pass, fail })
        if (table.length === this.#parties)
          this.#clear().forEach((guest) => guest.pass())
      })
    } finally {
      signal?.removeEventListener('abort', leave)
    }
    return index
  }

  /** Ends the round: whoever comes from now on sits at a new table. */
  #clear(): Guest[] {
    const table = this.#table
    this.#table = []
    return table
  }

  #breakUp(reason: unknown, index: number): void {
    this.#clear().forEach((guest, place) => {
      guest.fail(
        place === index
          ? reason
          : new Error('The barrier is broken: somebody has left.'),
      )
    })
  }
}
