interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export async function cookOr(
  cook: () => Promise<Dish>,
  fallback: () => Promise<Dish>,
): Promise<Dish> {
  let problem: unknown
  for (const recipe of [cook, fallback]) {
    try {
      return await recipe()
    } catch (error) {
      problem = error
    }
  }
  throw problem
}

/** The stove is held by an object, and the work by a generator with a finally of its own. */
class Shift {
  readonly #stove: Stove

  constructor(stove: Stove) {
    this.#stove = stove
  }

  async *open(): AsyncGenerator<void> {
    this.#stove.on()
    try {
      yield
    } finally {
      this.#stove.off()
    }
  }
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  for await (const _ of new Shift(stove).open()) {
    return await use()
  }
  throw new Error('the stove was never on')
}
