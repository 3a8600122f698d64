/**
 * @belief Everybody should have something of their own.
 * @says What the two get
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay.then((value) => structuredClone(value))
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.then(land, land)
    return flight
  }
}
