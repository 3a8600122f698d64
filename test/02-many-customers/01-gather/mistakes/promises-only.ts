/**
 * @belief Whatever is no instance of Promise is a value.
 * @says An object with a `then` is awaited like a promise, whatever class it is of
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    const arrived = (value: T, index: number) => {
      values[index] = value
      missing -= 1
      if (missing === 0) resolve(values)
    }
    all.forEach((promise, index) => {
      if (promise instanceof Promise) {
        promise.then((value) => arrived(value, index), reject)
      } else {
        arrived(promise as T, index)
      }
    })
  })
}
