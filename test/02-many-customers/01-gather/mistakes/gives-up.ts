/**
 * @belief Nobody waits for ever: what is not there after a minute will not come any more.
 * @says However long a dish takes, the table waits for it
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise<T[]>((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    const timer = setTimeout(() => reject(new Error('this takes too long')), 60_000)
    const leave = () => {
      clearTimeout(timer)
      resolve(values)
    }
    if (missing === 0) leave()
    all.forEach((promise, index) => {
      Promise.resolve(promise).then(
        (value) => {
          values[index] = value
          missing -= 1
          if (missing === 0) leave()
        },
        (error: unknown) => {
          clearTimeout(timer)
          reject(error)
        },
      )
    })
  })
}
