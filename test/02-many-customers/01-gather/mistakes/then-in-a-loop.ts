/**
 * @belief What stands in a then is done before the function returns.
 * @says gather ended at second 0 while five jobs were still running
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  for (const promise of promises) {
    Promise.resolve(promise).then((value) => values.push(value))
  }
  return values
}
