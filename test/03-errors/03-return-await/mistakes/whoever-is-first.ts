/**
 * @belief A fallback is a second runner: whoever is first has won.
 * @says cooks a fine dish once, and no fallback to be on the safe side
 */
interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  return Promise.any([cook(), fallback()])
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
