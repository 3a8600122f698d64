class Round {
  readonly done: Promise<void>
  count = 0
  begin!: () => void
  breakUp!: (error: Error) => void

  constructor() {
    this.done = new Promise((resolve, reject) => {
      this.begin = resolve
      this.breakUp = reject
    })
    this.done.catch(() => undefined)
  }
}

export class Barrier {
  #round = new Round()

  readonly parties: number

  constructor(parties: number) {
    this.parties = parties
  }

  wait(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { signal } = options
    if (signal?.aborted) return Promise.reject(signal.reason)
    const round = this.#round
    const index = round.count++
    if (round.count === this.parties) {
      this.#round = new Round()
      round.begin()
    }
    return new Promise((resolve, reject) => {
      const stop = new AbortController()
      if (round === this.#round) {
        signal?.addEventListener(
          'abort',
          () => {
            if (round !== this.#round) return
            this.#round = new Round()
            reject(signal.reason)
            round.breakUp(new Error('broken: somebody has left'))
          },
          { signal: stop.signal },
        )
      }
      round.done
        .then(
          () => resolve(index),
          (error: unknown) => reject(error),
        )
        .finally(() => stop.abort())
    })
  }
}
