/**
 * @belief An error is always something, so one can see by it whether the dish has failed.
 * @says Who rejects has failed, whatever the error is, even undefined: cookOr cooks the fallback
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
  let dish: Dish
  let problem: unknown
  try {
    dish = await cook()
  } catch (error) {
    problem = error
  }
  if (problem) return await fallback()
  return dish!
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
