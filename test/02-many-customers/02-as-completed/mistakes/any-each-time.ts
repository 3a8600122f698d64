/**
 * @belief Promise.any gives another one every time.
 * @says waiter ended at second 1 while four jobs were still running
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const waiting = [...promises]
  for (let count = 0; count < waiting.length; count++) {
    yield await Promise.any(waiting)
  }
}
