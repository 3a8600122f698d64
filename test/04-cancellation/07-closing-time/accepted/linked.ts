type Job<T> = (signal: AbortSignal) => Promise<T>

/** Everybody who comes waits for whoever came before, so that the last one is all of them. */
class Evening {
  readonly #listeners = new AbortController()
  #everybody: () => Promise<void> = () => Promise.resolve()

  readonly spawn = (job: Job<void>): void => {
    if (this.#listeners.signal.aborted) return
    const work = job(this.#listeners.signal)
    const ended = work.then(
      () => undefined,
      () => undefined,
    )
    const others = this.#everybody
    this.#everybody = () => ended.then(others)
  }

  close(): Promise<void> {
    this.#listeners.abort('closing time')
    return this.#everybody()
  }
}

export function runToClosing<T>(main: (spawn: (job: Job<void>) => void) => Promise<T>): Promise<T> {
  const evening = new Evening()
  const ending = main(evening.spawn)
  return ending.then(
    (value) => evening.close().then(() => value),
    (error: unknown) =>
      evening.close().then(() => {
        throw error
      }),
  )
}
