/**
 * @belief All are running, so I may await them one by one; the last await is over when all are.
 * @says a failure is heard at once, and the other dishes cook on
 * @says gather rejected at second 9 instead of 3
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  const values: T[] = []
  for (const promise of all) values.push(await promise)
  return values
}
