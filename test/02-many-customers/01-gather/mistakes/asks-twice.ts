/**
 * @belief Whatever has a `then` may be asked as often as one likes, as a promise may.
 * @says It is asked once
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  const failure = new Promise<never>((_, reject) => {
    for (const one of all) Promise.resolve(one).catch(reject)
  })
  failure.catch(() => undefined)

  const values: T[] = []
  for (const one of all) values.push(await Promise.race([one, failure]))
  return values
}
