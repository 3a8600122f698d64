/** Two chains that meet; the alarm is the part of both that can fail. */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  const alarm = new Promise<never>((_, reject) => {
    plate.catch(reject)
    glass.catch(reject)
  })
  const both = plate.then((meal) => glass.then((poured): [F, D] => [meal, poured]))
  return Promise.race([both, alarm])
}
