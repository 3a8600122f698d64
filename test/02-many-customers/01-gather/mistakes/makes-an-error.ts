/**
 * @belief Whatever fails has to fail with an Error, so a reason that is none is made one.
 * @says A dish that fails has failed, whatever it fails with
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    all.forEach((promise, index) => {
      Promise.resolve(promise).then(
        (value) => {
          values[index] = value
          missing -= 1
          if (missing === 0) resolve(values)
        },
        (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
      )
    })
  })
}
