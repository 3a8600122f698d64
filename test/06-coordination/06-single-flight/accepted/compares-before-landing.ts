export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const latest = new Map<K, Promise<V>>()
  const fetchOnce = async (key: K): Promise<V> => load(key)
  return (key) => {
    if (latest.has(key)) return latest.get(key) as Promise<V>
    const mine: Promise<V> = fetchOnce(key).then(
      (value) => {
        if (latest.get(key) === mine) latest.delete(key)
        return value
      },
      (error) => {
        if (latest.get(key) === mine) latest.delete(key)
        throw error
      },
    )
    latest.set(key, mine)
    return mine
  }
}
