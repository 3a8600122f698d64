/**
 * @belief Once the caller has been told, a further failure has to be thrown, or it is lost.
 * @says A promise was rejected and nobody was listening: Error: dish 5 is burnt
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    let failed = false
    if (missing === 0) resolve(values)
    all.forEach(async (promise, index) => {
      try {
        values[index] = await promise
        missing -= 1
        if (missing === 0) resolve(values)
      } catch (error) {
        if (failed) throw error
        failed = true
        reject(error)
      }
    })
  })
}
