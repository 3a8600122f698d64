/**
 * @belief When load has been called, the list is not needed any more.
 * @says load reads its list a second after it was given it. It read
 */
type Waiter<V> = { key: unknown; resolve: (value: V) => void; reject: (error: unknown) => void }

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  const keys: K[] = []
  const waiters: Waiter<V>[] = []

  async function fetch() {
    const asked = [...keys]
    const waiting = waiters.splice(0)
    const fail = (error: unknown) => waiting.forEach(({ reject }) => reject(error))
    for (let start = 0; start < asked.length; start += max) {
      const part = asked.slice(start, start + max)
      const list = max === Infinity ? keys : part
      let answer: Promise<(V | Error)[]>
      try {
        answer = load(list)
      } catch (error) {
        fail(error)
        break
      }
      answer.then(
        (values) => {
          for (const { key, resolve, reject } of waiting) {
            const index = part.indexOf(key as K)
            const value = values[index]
            if (index < 0) continue
            if (value instanceof Error) reject(value)
            else resolve(value as V)
          }
        },
        (error: unknown) => fail(error),
      )
    }
    keys.length = 0
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiters.length === 0) queueMicrotask(() => void fetch())
      if (!keys.includes(key)) keys.push(key)
      waiters.push({ key, resolve, reject })
    })
}
