type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

class Caller<T> {
  readonly #job: Job<T>
  readonly #options: Options
  readonly #signal: AbortSignal

  constructor(job: Job<T>, options: Options) {
    this.#job = job
    this.#options = options
    this.#signal = options.signal ?? AbortSignal.any([])
  }

  async call(): Promise<T> {
    let error: unknown
    for (const wait of this.#waits()) {
      if (wait !== undefined) await this.#sleep(wait)
      this.#signal.throwIfAborted()
      try {
        return await this.#job(this.#signal)
      } catch (caught) {
        error = caught
        this.#signal.throwIfAborted()
        if (this.#options.isFatal?.(caught) === true) break
      }
    }
    throw error
  }

  *#waits(): Generator<number | undefined> {
    const { attempts, base, factor, jitter = Number } = this.#options
    yield undefined
    for (let n = 0; n < attempts - 1; n += 1) yield jitter(base * factor ** n)
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#signal.addEventListener('abort', done)
    })
  }
}

export const retry = <T>(job: Job<T>, options: Options): Promise<T> =>
  new Caller(job, options).call()
