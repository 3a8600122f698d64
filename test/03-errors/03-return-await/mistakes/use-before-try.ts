/**
 * @belief The try has to stand around the await; the call may be made before it.
 * @says use may throw before it returns a promise
 * @says Call it where such an error is heard, inside the try
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
  const dish = use()
  try {
    return await dish
  } finally {
    stove.off()
  }
}
