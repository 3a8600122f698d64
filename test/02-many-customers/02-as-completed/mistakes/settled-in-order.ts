/**
 * @belief allSettled gives the results in the order in which they are there.
 * @says served 1 came at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const results = await Promise.allSettled(promises)
  for (const result of results) {
    if (result.status === 'fulfilled') yield result.value
  }
}
