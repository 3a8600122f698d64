/**
 * @belief A load never throws before it has returned a promise.
 * @says load throws at once
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = load(key).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
