/** A promise made by hand, that both sides may reject. */
export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    const tray: { meal?: { value: F }; poured?: { value: D } } = {}
    const look = () => {
      if (tray.meal && tray.poured) resolve([tray.meal.value, tray.poured.value])
    }
    food().then((value) => {
      tray.meal = { value }
      look()
    }, reject)
    drink().then((value) => {
      tray.poured = { value }
      look()
    }, reject)
  })
}
