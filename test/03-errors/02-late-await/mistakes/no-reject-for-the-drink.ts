/**
 * @belief A promise made by hand needs one reject, for the promise with which it begins.
 * @says serve never settled
 * @says nobody passes on the failure of the drink, and serve waits for ever
 */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    const glass = drink()
    food().then((meal) => {
      glass.then((poured) => resolve([meal, poured]))
    }, reject)
  })
}
