/** Keeps what it has fetched, and forgets what has failed. */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>()
  let slips: { key: K; resolve: (value: V) => void; reject: (error: unknown) => void }[] = []

  const fetch = (part: typeof slips) => {
    const forget = (index: number, error: unknown) => {
      const slip = part[index]!
      known.delete(slip.key)
      slip.reject(error)
    }
    Promise.resolve()
      .then(() => load(part.map(({ key }) => key)))
      .then(
        (values) => {
          for (const [index, slip] of part.entries()) {
            const value = values[index]
            if (value instanceof Error) forget(index, value)
            else slip.resolve(value as V)
          }
        },
        (error: unknown) => part.forEach((_, index) => forget(index, error)),
      )
  }

  const sendAll = () => {
    let rest = slips
    slips = []
    while (rest.length) {
      fetch(rest.slice(0, max))
      rest = rest.slice(max === Infinity ? rest.length : max)
    }
  }

  return (key) => {
    const before = known.get(key)
    if (before) return before
    const promise = new Promise<V>((resolve, reject) => {
      if (slips.length === 0) queueMicrotask(sendAll)
      slips.push({ key, resolve, reject })
    })
    known.set(key, promise)
    return promise
  }
}
