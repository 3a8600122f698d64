/**
 * @belief A failure always has an error.
 * @says load rejects with
 */
type Waiter<V> = { resolve: (value: V) => void; reject: (error: unknown) => void }

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  let waiting = new Map<K, Waiter<V>[]>()

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
      for (const [, waiters] of batch)
        for (const { reject } of waiters) reject(error || new Error('unknown'))
    }
  }

  function fetchAll() {
    const all = [...waiting]
    waiting = new Map()
    while (all.length > 0) void fetch(all.splice(0, max))
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) queueMicrotask(fetchAll)
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    })
}
