/**
 * @belief A promise that has been made need not be made again.
 * @says when he is back, whoever asks sends him again
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))()
    flights.set(key, flight)
    return flight
  }
}
