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
  let dish: Dish | undefined
  try {
    dish = await cook()
  } catch {
    // The fallback comes below.
  }
  return dish ?? (await fallback())
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  let result: T
  try {
    result = await use()
  } catch (error) {
    stove.off()
    throw error
  }
  stove.off()
  return result
}
