/**
 * @belief for await waits for all of them at the same time.
 * @says gather rejected at second 9 instead of 3
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  for await (const value of promises) {
    values.push(value)
  }
  return values
}
