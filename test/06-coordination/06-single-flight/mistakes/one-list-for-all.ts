/**
 * @belief What is written at the top of the file belongs to each function.
 * @says Two ask for bread in two places
 */
const flights = new Map<any, Promise<any>>()

export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.then(land, land)
    return flight
  }
}
