/**
 * @belief Promise.all gives the values in the order in which they are ready.
 * @says served 1 came at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const values = await Promise.all(promises)
  for (const value of values) {
    yield value
  }
}
