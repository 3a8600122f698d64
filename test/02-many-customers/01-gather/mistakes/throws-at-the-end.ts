/**
 * @belief First wait for all, then look whether one of them has failed.
 * @says gather rejected at second 9 instead of 3
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  let failed: unknown
  for (const promise of promises) {
    try {
      values.push(await promise)
    } catch (error) {
      failed = error
    }
  }
  if (failed) throw failed
  return values
}
