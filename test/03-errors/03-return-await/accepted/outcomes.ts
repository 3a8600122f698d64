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
  const [cooked] = await Promise.allSettled([call(cook)])
  return cooked.status === 'fulfilled' ? cooked.value : await fallback()
}

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  const [used] = await Promise.allSettled([call(use)])
  stove.off()
  if (used.status === 'rejected') throw used.reason
  return used.value
}

/** Whatever goes wrong, it is the promise that fails. */
const call = async <T>(job: () => Promise<T>): Promise<T> => job()
