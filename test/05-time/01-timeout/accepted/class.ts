type Job<T> = (signal: AbortSignal) => Promise<T>

class Limit {
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout
  #isOver = false

  constructor(ms: number) {
    this.#timer = setTimeout(() => {
      this.#isOver = true
      this.#controller.abort(this.#error())
    }, ms)
  }

  async run<T>(job: Job<T>): Promise<T> {
    let value: T
    try {
      value = await job(this.#controller.signal)
    } catch (error) {
      if (this.#isOver) throw this.#error()
      throw error
    } finally {
      clearTimeout(this.#timer)
    }
    if (this.#isOver) throw this.#error()
    return value
  }

  #error(): Error {
    const error = new Error('The time is up')
    error.name = 'TimeoutError'
    return error
  }
}

export const withTimeout = <T>(ms: number, job: Job<T>): Promise<T> => new Limit(ms).run(job)
