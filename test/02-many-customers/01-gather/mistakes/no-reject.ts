/**
 * @belief A promise made by hand fails by itself when something inside it fails.
 * @says gather never ended
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = [...promises]
  return new Promise((resolve) => {
    const values: T[] = []
    let missing = list.length
    if (missing === 0) resolve(values)
    list.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        values[index] = value
        missing--
        if (missing === 0) resolve(values)
      })
    })
  })
}
