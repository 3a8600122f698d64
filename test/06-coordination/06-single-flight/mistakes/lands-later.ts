/**
 * @belief A second more does no harm.
 * @says timer
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => setTimeout(() => flights.delete(key), 1_000)
    flight.then(land, land)
    return flight
  }
}
