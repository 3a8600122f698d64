/**
 * @belief An error that has been logged has been handled.
 * @says gather has to fail with the very error of the dish
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const values: T[] = []
  try {
    for (const promise of promises) values.push(await promise)
  } catch (error) {
    console.log(error)
  }
  return values
}
