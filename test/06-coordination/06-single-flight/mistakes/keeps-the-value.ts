/**
 * @belief What has been fetched is kept for whoever asks next.
 * @says three who ask at the same moment send one boy
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const values = new Map<K, V>()
  return async (key) => {
    if (!values.has(key)) values.set(key, await load(key))
    return values.get(key) as V
  }
}
