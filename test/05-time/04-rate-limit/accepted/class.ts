import { setTimeout as sleep } from 'node:timers/promises'

class Gatekeeper {
  readonly #limit: number
  readonly #per: number
  readonly #book: number[] = []

  constructor(limit: number, per: number) {
    this.#limit = limit
    this.#per = per
  }

  /** Milliseconds that whoever comes now has to wait. */
  enter(): number {
    const now = performance.now()
    const before = this.#book[this.#book.length - this.#limit]
    const start = before === undefined ? now : Math.max(now, before + this.#per)
    this.#book.push(start)
    return start - now
  }
}

export const rateLimit = <A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): ((...args: A) => Promise<R>) => {
  const gate = new Gatekeeper(limit, per)
  return (...args) => {
    const ms = gate.enter()
    const admitted = ms === 0 ? Promise.resolve() : sleep(ms)
    return admitted.then(() => call(...args))
  }
}
