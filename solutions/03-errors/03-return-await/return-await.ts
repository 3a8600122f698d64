/** What the kitchen sends out. */
export interface Dish {
  name: string
}

/** It is switched on and off, and gets hot in between. */
export interface Stove {
  on(): void
  off(): void
}

/** Cooks a dish; when that fails, the fallback is cooked instead. */
export async function cookOr(
  cook: () => Promise<Dish>,
  fallback: () => Promise<Dish>,
): Promise<Dish> {
  try {
    // With the await, a failure happens here, where the catch can hear it.
    return await cook()
  } catch {
    // Nobody stands around this one: its failure is the caller's.
    return fallback()
  }
}

/** Uses the stove, which is on exactly as long as it is in use. */
export async function withStove<T>(
  stove: Stove,
  use: () => Promise<T>,
): Promise<T> {
  stove.on()
  try {
    // The await keeps us inside the block until the work is done.
    return await use()
  } finally {
    stove.off()
  }
}
