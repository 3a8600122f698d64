/**
 * @belief In a catch one call is enough: it is awaited by itself.
 * @says cookOr ended at second 3 while one job was still running
 * @says did not wait for
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
  let dish: Dish = { name: 'nothing' }
  try {
    dish = await cook()
  } catch {
    fallback().then((soup) => (dish = soup))
  }
  return dish
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
