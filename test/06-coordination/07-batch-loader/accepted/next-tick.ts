interface Call<K, V> {
  key: K
  done: (value: V) => void
  failed: (error: unknown) => void
}

/** A list of calls; which of them ask for the same is found out when it is sent. */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  options?: { max?: number },
): (key: K) => Promise<V> {
  const calls: Call<K, V>[] = []

  function send(): void {
    const now = calls.splice(0, calls.length)
    const keys = Array.from(new Set(now.map((call) => call.key)))
    const size = options?.max ?? keys.length
    for (let from = 0; from < keys.length; from += size) {
      const list = keys.slice(from, from + size)
      const mine = now.filter((call) => list.includes(call.key))
      new Promise<(V | Error)[]>((resolve) => resolve(load([...list]))).then(
        (values) =>
          mine.forEach((call) => {
            const value = values[list.indexOf(call.key)]
            value instanceof Error ? call.failed(value) : call.done(value as V)
          }),
        (error: unknown) => mine.forEach((call) => call.failed(error)),
      )
    }
  }

  return (key) =>
    new Promise<V>((done, failed) => {
      calls.push({ key, done, failed })
      if (calls.length === 1) process.nextTick(send)
    })
}
