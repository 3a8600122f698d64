/**
 * @belief What is there has a value.
 * @says Two ask for each of some empty values
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const results = new Map<K, { promise: Promise<V> | undefined }>()
  return async (key) => {
    const one = results.get(key) ?? { promise: undefined }
    results.set(key, one)
    one.promise ??= (async () => load(key))()
    try {
      const value = await one.promise
      if (!value && results.has(key)) return await load(key)
      return value
    } finally {
      results.delete(key)
    }
  }
}
