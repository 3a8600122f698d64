/**
 * @belief Whoever comes second waits for the first and then goes himself.
 * @says fetch bread
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<unknown>>()
  return async (key) => {
    await flights.get(key)
    const flight = load(key)
    flights.set(key, flight)
    try {
      return await flight
    } finally {
      flights.delete(key)
    }
  }
}
