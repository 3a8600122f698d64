/**
 * @belief A WeakMap forgets by itself.
 * @says Your code threw TypeError
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new WeakMap<object, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key as object)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key as object, flight)
    const land = () => flights.delete(key as object)
    flight.then(land, land)
    return flight
  }
}
