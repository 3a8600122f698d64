class Batch<K, V> {
  readonly #places = new Map<K, number>()
  readonly #values: Promise<(V | Error)[]>

  constructor(load: (keys: K[]) => Promise<(V | Error)[]>, onLeave: () => void) {
    this.#values = new Promise((resolve, reject) => {
      setImmediate(async () => {
        onLeave()
        try {
          resolve(await load([...this.#places.keys()]))
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  hasRoomFor(key: K, max: number): boolean {
    return this.#places.has(key) || this.#places.size < max
  }

  has(key: K): boolean {
    return this.#places.has(key)
  }

  async get(key: K): Promise<V> {
    if (!this.#places.has(key)) this.#places.set(key, this.#places.size)
    const place = this.#places.get(key)!
    const value = (await this.#values)[place]
    if (value instanceof Error) throw value
    return value as V
  }
}

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  options: { max?: number } = {},
): (key: K) => Promise<V> {
  const waiting: Batch<K, V>[] = []
  return (key) => {
    const { max = Infinity } = options
    let batch =
      waiting.find((one) => one.has(key)) ?? waiting.find((one) => one.hasRoomFor(key, max))
    if (!batch) {
      batch = new Batch(load, () => waiting.shift())
      waiting.push(batch)
    }
    return batch.get(key)
  }
}
