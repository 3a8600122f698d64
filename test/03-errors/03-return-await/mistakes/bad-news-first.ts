/**
 * @belief Bad news cannot wait, and the stove can.
 * @says only then the caller is told, also when the pie burns
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
    const dish = await use()
    stove.off()
    return dish
  } catch (error) {
    setImmediate(() => stove.off())
    throw error
  }
}
