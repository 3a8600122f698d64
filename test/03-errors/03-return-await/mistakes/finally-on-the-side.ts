/**
 * @belief finally may be hung on a promise on the side: it gives nothing back that matters.
 * @says A promise was rejected and nobody was listening
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
    const dish = use()
    dish.finally(() => stove.off())
    return dish
  } catch (error) {
    stove.off()
    throw error
  }
}
