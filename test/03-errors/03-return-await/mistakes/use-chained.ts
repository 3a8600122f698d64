/**
 * @belief finally at the end of a chain runs whatever happens.
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

export function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  return use().finally(() => stove.off())
}
