/**
 * @belief A dish that is not there after twenty seconds will not come any more.
 * @says The stew needs two hours, and is worth waiting for
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
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), 20_000)
  })
  try {
    return await Promise.race([cook(), tooLate])
  } catch {
    return fallback()
  } finally {
    clearTimeout(timer)
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
