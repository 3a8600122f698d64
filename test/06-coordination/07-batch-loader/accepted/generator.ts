type Deferred<V> = { promise: Promise<V>; settle: (value: V | Error | Promise<never>) => void }

function deferred<V>(): Deferred<V> {
  let settle!: Deferred<V>['settle']
  const promise = new Promise<V>((resolve, reject) => {
    settle = (value) => (value instanceof Error ? reject(value) : resolve(value as V))
  })
  return { promise, settle }
}

function* parts<T>(all: T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}

export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  { max }: { max?: number } = {},
): (key: K) => Promise<V> {
  let wanted: Map<K, Deferred<V>> = new Map()

  async function send() {
    await undefined
    const all = [...wanted.entries()]
    wanted = new Map()
    for (const part of parts(all, max || all.length)) {
      ask(part).catch(() => {})
    }
  }

  async function ask(part: [K, Deferred<V>][]) {
    let values: (V | Error)[]
    try {
      values = await load(part.map((entry) => entry[0]))
    } catch (error) {
      part.forEach(([, { settle }]) => settle(Promise.reject(error)))
      return
    }
    let index = 0
    for (const [, { settle }] of part) settle(values[index++]!)
  }

  return async (key) => {
    if (!wanted.size) send()
    if (!wanted.has(key)) wanted.set(key, deferred<V>())
    return wanted.get(key)!.promise
  }
}
