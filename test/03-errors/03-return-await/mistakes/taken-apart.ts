/**
 * @belief A stove is its two functions, and can be taken apart into them.
 * @says The stove was not on while it was in use
 * @says call its method there, as stove.on()
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
    return await fallback()
  }
}
export async function withStove<T>({ on, off }: Stove, use: () => Promise<T>): Promise<T> {
  on()
  try {
    return await use()
  } finally {
    off()
  }
}
