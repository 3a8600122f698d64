/**
 * @belief Only a success has to be taken off the list.
 * @says Somebody asks again a second after the failure
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.then(land, () => undefined)
    return flight
  }
}
