/** A stream of one dish, and of refusals behind it. */
async function* dishes<T>(fn: () => Promise<T>): AsyncGenerator<T, never> {
  yield await fn()
  throw new Error('cannot reuse already awaited coroutine')
}

class Slip<T> {
  #awaits = 0
  readonly #stream: AsyncGenerator<T, never>

  constructor(fn: () => Promise<T>) {
    this.#stream = dishes(fn)
  }

  /** A stream answers its calls one after another; a refusal must not wait for the dish. */
  async #next(): Promise<T> {
    this.#awaits += 1
    const asked = this.#awaits === 1 ? this.#stream : dishes<T>(() => this.#refuse())
    return (await asked.next()).value
  }

  #refuse = () => Promise.reject<T>(new Error('cannot reuse already awaited coroutine'))

  then: PromiseLike<T>['then'] = (taken, failed) => this.#next().then(taken, failed)
}

export const coroutine = <T>(fn: () => Promise<T>): PromiseLike<T> => new Slip(fn)
