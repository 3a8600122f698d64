/**
 * @belief What fails is left out of the list, and the others are handed over.
 * @says gather has to fail with the very error of the dish
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  for (const promise of promises) {
    try {
      values.push(await promise)
    } catch {
      // There is no such dish today.
    }
  }
  return values
}
