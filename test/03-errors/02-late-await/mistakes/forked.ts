/**
 * @belief A promise that has a catch is looked after, whatever else hangs on it.
 * @says serve itself has rejected in time, and yet another promise failed
 * @says A promise was rejected and nobody was listening: Error: the tap is broken
 * @says Each then, catch and finally makes a new promise
 */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    const plate = food()
    const glass = drink()
    plate.catch(reject)
    glass.catch(reject)
    plate.then((meal) => glass.then((poured) => resolve([meal, poured])))
  })
}
