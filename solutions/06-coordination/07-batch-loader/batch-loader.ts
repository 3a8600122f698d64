/** What one key has been promised, and how to keep the promise. */
interface Wish<V> {
  promise: Promise<V>
  resolve: (value: V) => void
  reject: (error: unknown) => void
}

/**
 * Makes a function that gives one value for one key, out of `load`, which
 * fetches many at once: all keys that are asked for at the same moment go to it
 * as one list. `max` is the longest list that it takes.
 */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max = Infinity }: { max?: number } = {},
): (key: K) => Promise<V> {
  let wishes = new Map<K, Wish<V>>()

  async function fetch(batch: [K, Wish<V>][]): Promise<void> {
    try {
      const values = await load(batch.map(([key]) => key))
      batch.forEach(([, wish], index) => {
        const value = values[index] as V | Error
        if (value instanceof Error) wish.reject(value)
        else wish.resolve(value)
      })
    } catch (error) {
      for (const [, wish] of batch) wish.reject(error)
    }
  }

  function fetchAll(): void {
    const all = [...wishes]
    // Whoever asks from now on is too late for this round.
    wishes = new Map()
    while (all.length > 0) void fetch(all.splice(0, max))
  }

  return (key) => {
    // The callback comes when the code that is running has come to its end.
    if (wishes.size === 0) queueMicrotask(fetchAll)
    const wish = wishes.get(key) ?? newWish<V>()
    wishes.set(key, wish)
    return wish.promise
  }
}

function newWish<V>(): Wish<V> {
  let [resolve, reject]: [Wish<V>['resolve'], Wish<V>['reject']] = [
    ignore,
    ignore,
  ]
  const promise = new Promise<V>(
    (yes, no) => ([resolve, reject] = [yes, no]),
  )
  return { promise, resolve, reject }
}

const ignore = (): void => undefined
