/**
 * @belief When the fallback fails as well there is nothing more to be done, and nothing to be said.
 * @says it resolved to { name: 'nothing' }, where it should have rejected
 * @says is told the error of the fallback
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
    try {
      return await fallback()
    } catch {
      return { name: 'nothing' }
    }
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
