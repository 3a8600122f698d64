/**
 * @belief What stands in a then is done before the function returns.
 * @says gather ended at second 0 while five jobs were still running
 */
/**
 * Waits for all of them together. Resolves to their values, in the order of
 * the list, or fails with the first error, as soon as it is there.
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = []
  let index = 0
  for (const promise of promises) {
    const place = index++
    Promise.resolve(promise).then(
      (value) => {
        results[place] = value
      },
      (error) => {
        throw error
      },
    )
  }
  return results
}
