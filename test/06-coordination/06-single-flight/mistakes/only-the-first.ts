/**
 * @belief Whoever comes second is told that somebody has gone already.
 * @says cook 2
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const underWay = new Set<K>()
  return async (key) => {
    if (underWay.has(key)) return undefined as V
    underWay.add(key)
    try {
      return await load(key)
    } finally {
      underWay.delete(key)
    }
  }
}
