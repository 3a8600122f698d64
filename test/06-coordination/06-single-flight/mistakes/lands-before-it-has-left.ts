/**
 * @belief What stands in a finally comes later than the line below the call.
 * @says Somebody asks again after load has thrown at once
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    const flight = start(key)
    flights.set(key, flight)
    return flight
  }

  async function start(key: K): Promise<V> {
    try {
      return await load(key)
    } finally {
      // Landed, well or badly: whoever asks from now on begins a new one.
      flights.delete(key)
    }
  }
}
