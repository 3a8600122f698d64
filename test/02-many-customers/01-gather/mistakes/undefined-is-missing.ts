/**
 * @belief As long as there is an undefined in the list, somebody is still missing.
 * @says a promise that resolves to undefined, 0 or "" has resolved
 * @says gather never ended
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values = new Array<T | undefined>(all.length).fill(undefined)
    if (all.length === 0) resolve([])
    all.forEach((promise, index) => {
      Promise.resolve(promise).then((value) => {
        values[index] = value
        if (!values.includes(undefined)) resolve(values as T[])
      }, reject)
    })
  })
}
