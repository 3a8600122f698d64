/**
 * @belief Where there is an error there is something to see, so `if (error)` finds every failure.
 * @says Whatever a job fails with, it has failed
 */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    const tray: unknown[] = []
    let missing = 2
    const done = (place: number, error: unknown, value?: unknown) => {
      if (error) return reject(error)
      tray[place] = value
      missing -= 1
      if (missing === 0) resolve(tray as [F, D])
    }
    const carry = (place: number, order: () => Promise<unknown>) =>
      order().then(
        (value) => done(place, undefined, value),
        (error: unknown) => done(place, error),
      )
    void carry(0, food)
    void carry(1, drink)
  })
}
