/**
 * @belief A second catch at the end of the chain hears what the first has not heard.
 * @says soup was started again, and once is enough
 * @says cookOr rejected at second 7 instead of 5
 */
interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  return Promise.resolve()
    .then(cook)
    .then(
      (dish) => dish,
      () => fallback(),
    )
    .catch(() => fallback())
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  try {
    return await use()
  } finally {
    stove.off()
  }
}
