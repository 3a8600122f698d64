/**
 * @belief What catch is given is done when the promise fails.
 * @says cookOr rejected at second 3 instead of 5
 * @says some ran at the same time; await one before you start the next
 */
interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  // @ts-expect-error: a promise stands where a function belongs.
  return cook().catch(fallback())
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
