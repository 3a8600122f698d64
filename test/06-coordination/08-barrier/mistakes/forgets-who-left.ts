/**
 * @belief Whoever has left is one less, and the others wait on.
 * @says Bob
 */
export class Barrier {
  readonly #parties: number
  #guests: (() => void)[] = []

  constructor(parties: number) {
    this.#parties = parties
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const index = this.#guests.length
      const pass = () => {
        signal?.removeEventListener('abort', leave)
        resolve(index)
      }
      const leave = () => {
        this.#guests = this.#guests.filter((guest) => guest !== pass)
        signal?.removeEventListener('abort', leave)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave)
      this.#guests.push(pass)
      if (this.#guests.length === this.#parties) this.#guests.splice(0).forEach((guest) => guest())
    })
  }
}
