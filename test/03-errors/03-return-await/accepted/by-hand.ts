interface Dish {
  name: string
}

interface Stove {
  on(): void
  off(): void
}

export function cookOr(cook: () => Promise<Dish>, fallback: () => Promise<Dish>): Promise<Dish> {
  return new Promise((resolve, reject) => {
    const second = () => {
      try {
        fallback().then(resolve, reject)
      } catch (error) {
        reject(error)
      }
    }
    try {
      cook().then(resolve, second)
    } catch {
      second()
    }
  })
}

export function withStove<T>(stove: Stove, use: () => Promise<T>): Promise<T> {
  stove.on()
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stove.off()
      settle()
    }
    new Promise<T>((start) => start(use())).then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    )
  })
}
