/**
 * @belief There is one table, so one counter for how many are missing is enough.
 * @says each call counts for itself
 */
let missing = 0

export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    missing += all.length
    if (missing === 0) resolve(values)
    all.forEach((promise, index) => {
      Promise.resolve(promise)
        .then((value) => void (values[index] = value), reject)
        .then(() => {
          missing -= 1
          if (missing === 0) resolve(values)
        })
    })
  })
}
