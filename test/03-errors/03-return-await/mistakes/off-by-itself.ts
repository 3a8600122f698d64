/**
 * @belief A method may be handed over by its name: it remembers whose it is.
 * @says The stove is still on
 * @says call its method there, as stove.off()
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
  return Promise.resolve().then(use).finally(stove.off)
}
