/**
 * @belief What is no promise needs no waiting, so there is nothing to do about it.
 * @says bread and water are no promises, and gather takes them all the same
 * @says gather never ended
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T>(all.length)
    let missing = all.length
    if (missing === 0) resolve(values)
    all.forEach((promise, index) => {
      if (typeof promise !== 'object' || promise === null || !('then' in promise)) return
      promise.then((value) => {
        values[index] = value
        missing -= 1
        if (missing === 0) resolve(values)
      }, reject)
    })
  })
}
