interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  return Promise.resolve()
    .then(cook)
    .catch(() => fallback())
}

export function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  return Promise.resolve()
    .then(use)
    .finally(() => stove.off())
}
