/**
 * @belief A promise made by hand needs one reject, for the promise with which it begins.
 * @says serve never ended
 * @says the failure of drink was not passed on, and serve still waits
 */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    const glass = drink()
    food().then((meal) => {
      glass.then((poured) => resolve([meal, poured]))
    }, reject)
  })
}
