import { EventEmitter, once } from 'node:events'

type Job<T> = (signal: AbortSignal) => Promise<T>

/** Everybody who leaves says so, and the last one turns off the light. */
class Evening extends EventEmitter {
  #guests = 0
  readonly #controller = new AbortController()

  spawn = (job: Job<void>): void => {
    this.#guests += 1
    void this.#run(job)
  }

  async #run(job: Job<void>): Promise<void> {
    try {
      await job(this.#controller.signal)
    } catch {
      // A job's end is its end.
    }
    this.#guests -= 1
    this.emit('left')
  }

  async close(): Promise<void> {
    this.#controller.abort(new Error('closing time'))
    while (this.#guests > 0) await once(this, 'left')
  }
}

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new Evening()
  let outcome: { value: T } | { error: unknown }
  try {
    outcome = { value: await main(evening.spawn) }
  } catch (error) {
    outcome = { error }
  }
  await evening.close()
  if ('error' in outcome) throw outcome.error
  return outcome.value
}
