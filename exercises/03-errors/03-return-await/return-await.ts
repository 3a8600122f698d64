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
  // TODO: the catch below hears of nothing, and the finally further down
  // comes too early. Find out why. Delete this comment when you begin.
  try {
    return cook()
  } catch {
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
    return use()
  } finally {
    stove.off()
  }
}
