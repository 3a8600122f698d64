/**
 * @belief An iterable is a list of promises that are all running, so a loop may await them as it takes them.
 * @says gather resolved at second 25 instead of 9
 * @says Take them all out of it before you wait
 * @says each job waits for the one before, as an await inside a loop makes it
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  for (const promise of promises) values.push(await promise)
  return values
}
