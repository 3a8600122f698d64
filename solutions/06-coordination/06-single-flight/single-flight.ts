/**
 * Makes a function that does what `load` does, but never twice at the same time
 * for one key: whoever asks for what is being loaded gets what comes of that.
 */
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>()
  return (key) => {
    const underWay = flights.get(key)
    if (underWay) return underWay
    // An async function, so that a load that throws at once rejects, too.
    const flight = (async () => load(key))()
    flights.set(key, flight)
    // With both handlers: the promise that this makes must not fail unheard.
    const land = (): unknown => flights.delete(key)
    flight.then(land, land)
    return flight
  }
}
