/**
 * @belief What map has begun in the order of the list is pushed in that order.
 * @says not in the order of arrival
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  const tasks = [...promises].map(async (promise) => {
    values.push(await promise)
  })
  for (const task of tasks) await task
  return values
}
