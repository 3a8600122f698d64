/**
 * @belief push puts a value where its promise stands in the list.
 * @says in the order of the list, not in the order of arrival
 */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const all = [...promises]
    const values: T[] = []
    if (all.length === 0) resolve(values)
    for (const promise of all) {
      Promise.resolve(promise).then((value) => {
        values.push(value)
        if (values.length === all.length) resolve(values)
      }, reject)
    }
  })
}
