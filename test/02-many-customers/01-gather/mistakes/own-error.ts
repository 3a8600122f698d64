/**
 * @belief An error of one's own says it better than the one that came.
 * @says gather has to fail with the very error of the dish
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  try {
    return await Promise.all<T>(promises)
  } catch {
    throw new Error('gather has failed')
  }
}
