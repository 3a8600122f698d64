/**
 * @belief A dish belongs to one table, so one note for each promise is enough.
 * @says one dish comes to two guests, be it at one table or at two
 * @says table 1 never ended
 */
const guests = new Map<unknown, (value: never) => void>()
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  return new Promise((resolve, reject) => {
    const values: T[] = []
    const left = new Set(all.keys())
    if (left.size === 0) resolve(values)
    for (const one of new Set(all)) {
      guests.set(one, (value: T) => {
        all.forEach((it, i) => {
          if (it !== one) return
          values[i] = value
          left.delete(i)
        })
        if (left.size === 0) resolve(values)
      })
      Promise.resolve(one).then((value) => guests.get(one)?.(value as never), reject)
    }
  })
}
