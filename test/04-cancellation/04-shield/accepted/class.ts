/** A listener that is an object, and a door that opens once. */
class Door<T> {
  readonly #signal: AbortSignal
  readonly #open: (outcome: Promise<T>) => void
  readonly outcome: Promise<T>

  constructor(signal: AbortSignal) {
    let open: (outcome: Promise<T>) => void = () => {}
    this.outcome = new Promise((resolve) => (open = resolve))
    this.#open = open
    this.#signal = signal
  }

  watch(): this {
    this.#signal.addEventListener('abort', this)
    if (this.#signal.aborted) this.handleEvent()
    return this
  }

  handleEvent(): void {
    this.leaveWith(Promise.reject(this.#signal.reason as Error))
  }

  leaveWith(outcome: Promise<T>): void {
    outcome.catch(() => undefined)
    this.#signal.removeEventListener('abort', this)
    this.#open(outcome)
  }
}

export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const door = new Door<T>(signal).watch()
  Promise.allSettled([work]).then(() => door.leaveWith(work))
  return door.outcome
}
