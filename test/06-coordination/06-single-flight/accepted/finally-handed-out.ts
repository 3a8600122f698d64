export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights: Map<K, Promise<V>> = new Map()
  return async function get(key) {
    let flight = flights.get(key)
    if (!flight) {
      flight = Promise.resolve(key)
        .then(load)
        .finally(() => void flights.delete(key))
      flights.set(key, flight)
    }
    return flight
  }
}
