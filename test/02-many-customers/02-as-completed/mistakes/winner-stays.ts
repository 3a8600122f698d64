/**
 * @belief Promise.race gives another winner every time.
 * @says waiter ended at second 1 while four jobs were still running
 * @says Every dish is served once, in the order in which they are ready
 * @says came again, and once is enough
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  for (let round = 0; round < all.length; round += 1) yield await Promise.race(all)
}
