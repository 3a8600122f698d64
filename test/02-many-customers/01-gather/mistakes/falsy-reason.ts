/**
 * @belief Where there is an error there is something to see, so `if (error)` finds every failure.
 * @says A dish that fails has failed, whatever it fails with
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    const done = (index: number, error: unknown, value?: T) => {
      if (error) return reject(error)
      values[index] = value as T
      missing -= 1
      if (missing === 0) resolve(values)
    }
    all.forEach((promise, index) => {
      Promise.resolve(promise).then(
        (value) => done(index, undefined, value),
        (error: unknown) => done(index, error),
      )
    })
  })
}
