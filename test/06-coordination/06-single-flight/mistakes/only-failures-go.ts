/**
 * @belief A value that has been fetched can be kept; only a failure has to go.
 * @says when he is back, whoever asks sends him again
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.catch(land)
    return flight
  }
}
