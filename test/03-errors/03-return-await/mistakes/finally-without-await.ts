/**
 * @belief return waits for a promise, and so does the finally behind it.
 * @says off came at second 0 instead of 3
 * @says only an await keeps you inside until a promise has settled
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
    return use()
  } finally {
    stove.off()
  }
}
