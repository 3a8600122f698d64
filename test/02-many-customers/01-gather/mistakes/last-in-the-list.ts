/**
 * @belief When the last place in the list is filled, all the others are.
 * @says gather ended at second 7 while one job was still running
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = [...promises]
  return new Promise((resolve, reject) => {
    const values: T[] = []
    list.forEach((promise, index) => {
      Promise.resolve(promise)
        .then((value) => {
          values[index] = value
          if (index === list.length - 1) resolve(values)
        })
        .catch(reject)
    })
  })
}
