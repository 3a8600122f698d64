/**
 * @belief sort puts numbers in the order of numbers.
 * @says Twelve dishes for twelve guests
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const places = new Map<number, T>()
    if (all.length === 0) resolve([])
    all.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        places.set(index, value)
        if (places.size < all.length) return
        resolve([...places.keys()].sort().map((place) => places.get(place) as T))
      }, reject)
    })
  })
}
