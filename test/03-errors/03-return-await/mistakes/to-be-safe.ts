/**
 * @belief It saves time to start the fallback at once, whether it is needed or not.
 * @says cooks a fine dish once, and no fallback to be on the safe side
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
  const spare = fallback()
  spare.catch(() => undefined)
  try {
    return await cook()
  } catch {
    return spare
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
