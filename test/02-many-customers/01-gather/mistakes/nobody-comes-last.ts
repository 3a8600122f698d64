/**
 * @belief The last promise to arrive resolves the whole; there is always a last one.
 * @says gather never ended
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = [...promises]
  const values: T[] = []
  let missing = list.length
  return new Promise((resolve, reject) => {
    list.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        values[index] = value
        missing--
        if (missing === 0) {
          resolve(values)
        }
      }, reject)
    })
  })
}
