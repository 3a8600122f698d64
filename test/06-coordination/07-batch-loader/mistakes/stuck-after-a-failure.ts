/**
 * @belief A loader that has failed is broken.
 * @says The first list failed. Key 1, asked for again later
 */
type Waiter<V> = { resolve: (value: V) => void; reject: (error: unknown) => void }

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  let waiting = new Map<K, Waiter<V>[]>()
  let broken: { error: unknown } | undefined

  async function fetch(batch: [K, Waiter<V>[]][]) {
    try {
      const values = await load(batch.map(([key]) => key))
      batch.forEach(([, waiters], index) => {
        const value = values[index]
        for (const { resolve, reject } of waiters) {
          if (value instanceof Error) reject(value)
          else resolve(value as V)
        }
      })
    } catch (error) {
      broken = { error }
      for (const [, waiters] of batch) for (const { reject } of waiters) reject(error)
    }
  }

  function fetchAll() {
    const all = [...waiting]
    waiting = new Map()
    while (all.length > 0) void fetch(all.splice(0, max))
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken.error)
      if (waiting.size === 0) queueMicrotask(fetchAll)
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    })
}
