/**
 * @belief What has a then of its own is a promise, and what has it from its class is a value.
 * @says Whatever has a `then` is awaited, be it an object that has it from its class or a function
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  const isPromise = (it: unknown): it is PromiseLike<T> =>
    it instanceof Promise || (typeof it === 'object' && it !== null && Object.hasOwn(it, 'then'))
  return new Promise((resolve, reject) => {
    const values: T[] = []
    let left = all.length
    if (left === 0) resolve(values)
    all.forEach((one, i) => {
      const put = (value: T) => {
        values[i] = value
        if (--left === 0) resolve(values)
      }
      if (isPromise(one)) Promise.resolve(one).then(put, reject)
      else put(one)
    })
  })
}
