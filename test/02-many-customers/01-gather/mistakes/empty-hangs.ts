/**
 * @belief The last promise to arrive resolves the whole; there is always a last one.
 * @says nobody has ordered, so gather is done at once
 * @says If a dish that arrives is what resolves it, who resolves it here?
 * @says gather never ended
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const values: T[] = []
    let missing = 0
    let index = 0
    for (const promise of promises) {
      const place = index++
      missing += 1
      Promise.resolve(promise).then((value) => {
        values[place] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}
