/**
 * @belief It is enough to look whether it is there, and then to send somebody.
 * @says three who ask at the same moment
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return async (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    await null
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.then(land, land)
    return flight
  }
}
