/**
 * @belief Whatever stands behind an await is done in the end.
 * @says switches the stove off when the dish fails
 * @says off never came
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
  const dish = await use()
  stove.off()
  return dish
}
