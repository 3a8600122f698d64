/**
 * @belief All keys of a moment fit on one list.
 * @says load 1, 2, 3, 4, 5
 */
type Waiter<V> = { resolve: (value: V) => void; reject: (error: unknown) => void }

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  _options: { max?: number } = {},
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
      for (const [, waiters] of batch) for (const { reject } of waiters) reject(error)
    }
  }

  function fetchAll() {
    const all = [...waiting]
    waiting = new Map()
    void fetch(all)
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) queueMicrotask(fetchAll)
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    })
}
