/**
 * @belief The others are told when the boy is back.
 * @says never ended
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const waiting = new Map<K, ((value: V) => void)[]>()
  return async (key) => {
    const line = waiting.get(key)
    if (line) return new Promise<V>((resolve) => line.push(resolve))
    waiting.set(key, [])
    try {
      const value = await load(key)
      for (const tell of waiting.get(key) ?? []) tell(value)
      return value
    } finally {
      waiting.delete(key)
    }
  }
}
