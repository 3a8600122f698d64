/**
 * @belief When there is no result, it must have failed.
 * @says Who resolves has gone well, whatever the result is, even undefined
 * @says it rejected with undefined, where it should have resolved to undefined
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
  let problem: unknown
  const result = await Promise.resolve()
    .then(use)
    .catch((error: unknown) => {
      problem = error
    })
  stove.off()
  if (result === undefined) throw problem
  return result
}
