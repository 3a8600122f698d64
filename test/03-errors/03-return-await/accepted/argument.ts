interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

/** Whoever cooks instead is told why; the stove is switched off by whoever comes first. */
export const cookOr = (cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> =>
  new Promise<Dish>((resolve) => resolve(cook())).then(null, fallback)

export function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  let off = () => {
    stove.off()
    off = () => {}
  }
  return (async () => use())().then(
    (result) => {
      off()
      return result
    },
    (error: unknown) => {
      off()
      throw error
    },
  )
}
