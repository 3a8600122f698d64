/**
 * @belief What stands at the top of the file belongs to each loader.
 * @says Two loaders are asked for key 1 at the same moment
 */
type Waiter<V> = { resolve: (value: V) => void; reject: (error: unknown) => void }

let waiting = new Map<any, Waiter<any>[]>()

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
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
      if (waiting.size === 0) queueMicrotask(fetchAll)
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    })
}
