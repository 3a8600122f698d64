/**
 * @belief The list holds one entry for each call.
 * @says Asked for 7, 3, 7, 9, 3 and 1 at the same moment: the lists are
 */
type Call<K, V> = { key: K; resolve: (value: V) => void; reject: (error: unknown) => void }

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  let calls: Call<K, V>[] = []
  const send = async (batch: Call<K, V>[]) => {
    try {
      const values = await load(batch.map(({ key }) => key))
      batch.forEach(({ resolve, reject }, index) => {
        const value = values[index]
        if (value instanceof Error) reject(value)
        else resolve(value as V)
      })
    } catch (error) {
      batch.forEach(({ reject }) => reject(error))
    }
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (calls.length === 0) {
        queueMicrotask(() => {
          const all = calls
          calls = []
          while (all.length > 0) void send(all.splice(0, max))
        })
      }
      calls.push({ key, resolve, reject })
    })
}
