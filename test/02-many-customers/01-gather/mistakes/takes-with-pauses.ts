/**
 * @belief An await of nothing between two dishes is no waiting.
 * @says Take all five dishes out of the generator in one go
 * @says Taken before the first wait: 1, where it should be 5
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all: Promise<T>[] = []
  for (const one of promises) {
    const promise = Promise.resolve(one)
    promise.catch(() => undefined)
    all.push(promise)
    await null
  }
  return new Promise((resolve, reject) => {
    const values: T[] = []
    let left = all.length
    if (left === 0) resolve(values)
    all.forEach((one, i) => {
      one.then((value) => {
        values[i] = value
        if (--left === 0) resolve(values)
      }, reject)
    })
  })
}
