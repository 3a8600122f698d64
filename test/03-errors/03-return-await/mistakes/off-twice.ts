/**
 * @belief catch and finally exclude each other, so both have to switch the stove off.
 * @says off ran at second 3, once too often
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
  } catch (error) {
    stove.off()
    throw error
  } finally {
    stove.off()
  }
}
