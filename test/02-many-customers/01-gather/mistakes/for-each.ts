/**
 * @belief forEach waits for an async function before it goes on.
 * @says gather ended at second 0 while five jobs were still running
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  const list = [...promises]
  list.forEach(async (promise) => {
    values.push(await promise)
  })
  return values
}
