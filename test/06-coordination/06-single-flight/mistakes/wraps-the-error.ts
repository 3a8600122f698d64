/**
 * @belief Whoever waits wants to know what has failed.
 * @says What their calls came to
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = (async () => load(key))().catch((error: unknown) => {
      throw new Error('loading failed', { cause: error })
    })
    flights.set(key, flight)
    const land = () => flights.delete(key)
    flight.then(land, land)
    return flight
  }
}
