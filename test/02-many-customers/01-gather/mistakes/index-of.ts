/**
 * @belief indexOf finds the place of a promise in the list.
 * @says The same promise stands in the list twice, so its value stands in the answer twice
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    for (const promise of all) {
      Promise.resolve(promise).then((value) => {
        values[all.indexOf(promise)] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}
