/**
 * @belief concat puts one more value at the end of a list, whatever the value is.
 * @says A value that is a list is one value
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = Array.from(promises, async (promise) => promise)
  const failure = new Promise<never>((_, reject) => all.forEach((one) => one.catch(reject)))
  failure.catch(() => undefined)

  let values: T[] = []
  for (const one of all) values = values.concat(await Promise.race([one, failure]))
  return values
}
