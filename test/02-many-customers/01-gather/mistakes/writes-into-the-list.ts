/**
 * @belief The list is mine now, so each value may take the place of its promise.
 * @says The list belongs to the caller
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const values = (Array.isArray(promises) ? promises : [...promises]) as T[]
    let missing = values.length
    if (missing === 0) resolve(values)
    values.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    })
  })
}
