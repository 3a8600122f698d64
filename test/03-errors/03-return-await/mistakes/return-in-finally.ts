/**
 * @belief The return belongs into finally, since that is where the function ends.
 * @says withStove resolved where it should have rejected
 * @says The caller of withStove is told that very error: it resolved to undefined
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
  let dish: T
  try {
    dish = await use()
  } finally {
    stove.off()
    return dish!
  }
}
