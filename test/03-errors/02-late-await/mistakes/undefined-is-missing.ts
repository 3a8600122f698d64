/**
 * @belief As long as one of the two is undefined, it is not there yet.
 * @says serves whatever a job resolves to serve never ended
 */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    let meal: F | undefined
    let poured: D | undefined
    const look = () => {
      if (meal !== undefined && poured !== undefined) resolve([meal, poured])
    }
    food().then((value) => {
      meal = value
      look()
    }, reject)
    drink().then((value) => {
      poured = value
      look()
    }, reject)
  })
}
