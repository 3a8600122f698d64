export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  let pairs: { key: K; flight: Promise<V> }[] = []
  const isSame = (a: K, b: K) => a === b || (a !== a && b !== b)
  return (key) => {
    const known = pairs.find((pair) => isSame(pair.key, key))
    if (known) return known.flight
    const flight = new Promise<V>((resolve, reject) => {
      let loading: Promise<V>
      try {
        loading = load(key)
      } catch (error) {
        loading = Promise.reject(error)
      }
      loading.then(
        (value) => {
          pairs = pairs.filter((pair) => pair.flight !== flight)
          resolve(value)
        },
        (error) => {
          pairs = pairs.filter((pair) => pair.flight !== flight)
          reject(error)
        },
      )
    })
    pairs.push({ key, flight })
    return flight
  }
}
