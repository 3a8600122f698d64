/** Awaits in the order of the list, and every await is a race with the first failure. */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = Array.from(promises, async (promise) => promise)
  const failure = new Promise<never>((_, reject) => all.forEach((one) => one.catch(reject)))
  failure.catch(() => undefined)

  const values: T[] = []
  for (const one of all) values.push(await Promise.race([one, failure]))
  return values
}
