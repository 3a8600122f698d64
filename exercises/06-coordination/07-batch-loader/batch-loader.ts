/**
 * Makes a function that gives one value for one key, out of `load`, which
 * fetches many at once: all keys that are asked for at the same moment go to it
 * as one list. `max` is the longest list that it takes.
 */
export function batchLoader<K, V>(
  load: (keys: K[]) => Promise<(V | Error)[]>,
  _options: { max?: number } = {},
): (key: K) => Promise<V> {
  // TODO: everybody runs to the cellar for one bottle. Collect the keys first.
  // Delete this comment when you begin.
  return async (key) => {
    const [value] = await load([key])
    return value as V
  }
}
