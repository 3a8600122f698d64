/**
 * @belief The length of an array says how many values are in it.
 * @says gather ended at second 7 while one job was still running
 * @says gather resolves when every dish is ready
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values: T[] = []
    if (all.length === 0) resolve(values)
    all.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        values[index] = value
        if (values.length === all.length) resolve(values)
      }, reject)
    })
  })
}
