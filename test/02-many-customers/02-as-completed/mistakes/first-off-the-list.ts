/**
 * @belief The one that has won a race is the first of the list.
 * @says waiter ended at second 7 while one job was still running
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const waiting = [...promises]
  while (waiting.length > 0) {
    yield await Promise.race(waiting)
    waiting.shift()
  }
}
