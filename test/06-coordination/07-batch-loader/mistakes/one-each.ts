/**
 * @belief Whoever needs one value asks for one value.
 * @says each key is on the list once
 */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
): (key: K) => Promise<V> {
  return async (key) => {
    const [value] = await load([key])
    if (value instanceof Error) throw value
    return value as V
  }
}
