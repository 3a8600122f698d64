type Load<K, V> = (keys: K[]) => Promise<(V | Error)[]>

const lists = <K>(keys: K[], max: number): K[][] =>
  keys.length === 0 ? [] : [keys.slice(0, max), ...lists(keys.slice(max), max)]

export function batchLoader<K, V>(
  load: Load<K, V>,
  { max = Number.MAX_SAFE_INTEGER }: { max?: number } = {},
): (key: K) => Promise<V> {
  let keys = new Set<K>()
  let round: Promise<Map<K, Promise<V>>> | undefined

  const fetch = (list: K[]): [K, Promise<V>][] => {
    const answer = Promise.resolve(list.slice()).then(load)
    return list.map((key, index) => {
      const mine = answer.then((values) => {
        if (values[index] instanceof Error) throw values[index]
        return values[index] as V
      })
      mine.catch(() => {})
      return [key, mine]
    })
  }

  return async (key) => {
    keys.add(key)
    round ??= Promise.resolve().then(() => {
      const all = [...keys]
      keys = new Set()
      round = undefined
      return new Map(lists(all, max).flatMap(fetch))
    })
    return (await round).get(key) as Promise<V>
  }
}
