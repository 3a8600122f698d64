/**
 * @belief A catch on the promise catches for everything that hangs on it.
 * @says A promise was rejected and nobody was listening: Error: dish 3 is burnt
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises].map((promise) => Promise.resolve(promise))
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    all.forEach((promise, index) => {
      promise.then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      })
      promise.catch(reject)
    })
  })
}
