/** A promise whose two handles are taken out, by hand. */
class Deferred<T> {
  readonly promise: Promise<T>
  resolve!: (value: T) => void
  reject!: (reason: unknown) => void

  constructor() {
    this.promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }))
  }
}

export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  const served = new Deferred<[F, D]>()
  // The drink is ordered first here, and both before anybody waits.
  const glass = drink()
  const plate = food()
  plate.then(
    (meal) => glass.then((poured) => served.resolve([meal, poured]), served.reject),
    served.reject,
  )
  glass.catch(served.reject)
  return served.promise
}
