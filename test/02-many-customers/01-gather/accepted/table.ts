/** A table with a place for each guest. */
class Table<T> {
  readonly #places = new Map<number, T>()
  readonly #guests: number
  readonly #everybody: (dishes: T[]) => void

  constructor(guests: number, everybody: (dishes: T[]) => void) {
    this.#guests = guests
    this.#everybody = everybody
    this.#look()
  }

  serve(seat: number, dish: T): void {
    this.#places.set(seat, dish)
    this.#look()
  }

  #look(): void {
    if (this.#places.size < this.#guests) return
    const seats = [...this.#places].sort(([a], [b]) => a - b)
    this.#everybody(seats.map(([, dish]) => dish))
  }
}

export const gather = <T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> =>
  new Promise((resolve, reject) => {
    const all = [...promises]
    const table = new Table<T>(all.length, resolve)
    all.forEach(async (promise, seat) => {
      try {
        table.serve(seat, await promise)
      } catch (error) {
        reject(error)
      }
    })
  })
