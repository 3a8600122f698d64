/**
 * @belief To collect, one has to wait a while with a timer.
 * @says guest 1 resolved at second 3 instead of 2
 */
type Load<K, V> = (keys: K[]) => Promise<(V | Error)[]>

export function batchLoader<K, V>(
  load: Load<K, V>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  let asked = new Map<K, Promise<V>[]>()
  let answers: Promise<Map<K, V | Error>> | undefined
  return async (key) => {
    asked.set(key, [])
    answers ??= new Promise((resolve, reject) => {
      setTimeout(() => {
        const keys = [...asked.keys()]
        asked = new Map()
        answers = undefined
        const lists: K[][] = []
        while (keys.length > 0) lists.push(keys.splice(0, max))
        Promise.all(
          lists.map(async (list) =>
            load(list).then((v) => list.map((k, i) => [k, v[i]] as [K, V | Error])),
          ),
        ).then((all) => resolve(new Map(all.flat())), reject)
      }, 1_000)
    })
    const value = (await answers).get(key)
    if (value instanceof Error) throw value
    return value as V
  }
}
