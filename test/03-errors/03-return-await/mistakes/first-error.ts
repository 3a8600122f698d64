/**
 * @belief When both fail, the first error is the one that counts.
 * @says is told the error of the fallback
 * @says the soup is spilt
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
  } catch (error) {
    try {
      return await fallback()
    } catch {
      throw error
    }
  }
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
