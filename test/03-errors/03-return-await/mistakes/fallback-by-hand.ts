/**
 * @belief A promise made by hand is settled by itself when nobody is left to settle it.
 * @says tells the caller at once when the fallback fails as well
 * @says cookOr never ended
 */
interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  return new Promise((resolve) => {
    cook().then(resolve, () => fallback().then(resolve))
  })
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
