/**
 * @belief There is one boy, and whoever asks waits for him.
 * @says They get
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  let underWay: Promise<V> | undefined
  return (key) => {
    underWay ??= (async () => load(key))().finally(() => (underWay = undefined))
    return underWay
  }
}
