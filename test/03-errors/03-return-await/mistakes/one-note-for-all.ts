/**
 * @belief Whether the stove is on can be noted in one place for all: there is only one kitchen.
 * @says What you note about a stove belongs into the call, not into the file
 * @says right off never came
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

let isOn = false

export async function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  isOn = true
  try {
    return await use()
  } finally {
    if (isOn) stove.off()
    isOn = false
  }
}
