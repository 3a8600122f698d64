/**
 * @belief Only an object can have a then.
 * @says Whatever has a `then` is awaited, be it an object that has it from its class or a function
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  return new Promise((resolve, reject) => {
    const values: T[] = []
    let left = all.length
    if (left === 0) resolve(values)
    all.forEach((one, i) => {
      const put = (value: T) => {
        values[i] = value
        if (--left === 0) resolve(values)
      }
      if (typeof one === 'object' && one !== null && 'then' in one) {
        Promise.resolve(one).then(put, reject)
      } else {
        put(one as T)
      }
    })
  })
}
