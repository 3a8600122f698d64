/**
 * @belief The order in which the calls stand does not matter before the first await.
 * @says First the stove goes on, then it is used
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
  try {
    const dish = use()
    stove.on()
    return await dish
  } finally {
    stove.off()
  }
}
