/**
 * @belief An iterable can be walked as often as one likes, as an array can.
 * @says can be walked once
 * @says gather never ended
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    let missing = [...promises].length
    const values = new Array<T>(missing)
    if (missing === 0) resolve(values)
    let index = 0
    for (const promise of promises) {
      const place = index++
      Promise.resolve(promise).then((value) => {
        values[place] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    }
  })
}
