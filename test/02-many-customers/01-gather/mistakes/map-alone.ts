/**
 * @belief map with an async function gives the values.
 * @says gather ended at second 0 while five jobs were still running
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  // @ts-expect-error: it gives promises of them.
  return [...promises].map(async (promise) => await promise)
}
