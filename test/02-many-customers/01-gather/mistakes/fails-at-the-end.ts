/**
 * @belief First wait for all, then look whether one of them has failed.
 * @says a failure is heard at once, and the other dishes cook on
 * @says gather rejected at second 9 instead of 3
 */
export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const outcomes = await Promise.allSettled<T>(promises)
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value as T
  })
}
