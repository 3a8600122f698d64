type Close = () => void | Promise<void>

/** A stack as an object, which knows how to unwind itself, and what went wrong. */
class ExitStack {
  #rest: (() => Promise<void>) | undefined
  readonly #errors: unknown[] = []

  readonly defer = (close: Close): void => {
    const below = this.#rest
    this.#rest = async () => {
      await this.attempt(close)
      await below?.()
    }
  }

  async attempt<T>(what: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await what()
    } catch (error) {
      this.#errors.push(error)
      return undefined
    }
  }

  async unwind(): Promise<void> {
    await this.#rest?.()
    if (this.#errors.length > 1) throw new AggregateError(this.#errors)
    for (const error of this.#errors) throw error
  }
}

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack = new ExitStack()
  const result = await stack.attempt(() => use(stack.defer))
  await stack.unwind()
  return result as T
}
