/**
 * @belief Whoever is served gets a plate of their own, so a copy is as good as the dish.
 * @says Serve the very object that was cooked
 * @says hand on what you were given
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
    return { ...(await cook()) }
  } catch {
    return { ...(await fallback()) }
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
