/**
 * @belief An error is friendlier when it is wrapped into one of my own.
 * @says The caller of withStove is told that very error: it rejected with Error: something went wrong
 */
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
  try {
    return await cook()
  } catch {
    return fallback()
  }
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } catch {
    throw new Error('something went wrong at the stove')
  } finally {
    stove.off()
  }
}
