/**
 * @belief To know whether cooking works one has to try, and then one may cook.
 * @says cooks a fine dish once
 * @says cookOr resolved at second 6 instead of 3
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
    await cook()
    return cook()
  } catch {
    return fallback()
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
