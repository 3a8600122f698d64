interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

type Steps<T> = Generator<Promise<unknown>, T, never>

/** Drives a generator: what it yields is awaited, and comes back as a value or as an error. */
function run<T>(steps: Steps<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const go = (next: () => IteratorResult<Promise<unknown>, T>): void => {
      try {
        const { done, value } = next()
        if (done) return resolve(value)
        value.then(
          (result) => go(() => steps.next(result as never)),
          (error: unknown) => go(() => steps.throw(error)),
        )
      } catch (error) {
        reject(error)
      }
    }
    go(() => steps.next())
  })
}

export const cookOr = (cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> =>
  run<Dish>(
    (function* () {
      try {
        return (yield cook()) as Dish
      } catch {
        return (yield fallback()) as Dish
      }
    })(),
  )

export const withStove = <T>(stove: Stove, use: () => Promise<T>): Promise<T> =>
  run<T>(
    (function* () {
      stove.on()
      try {
        return (yield use()) as T
      } finally {
        stove.off()
      }
    })(),
  )
