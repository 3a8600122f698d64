/**
 * @belief When a boy is back, the list is empty.
 * @says each key has a boy of its own
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.clear()
    flight.then(land, land)
    return flight
  }
}
