/**
 * @belief What a then pushes is in the list by the time the next loop reads it.
 * @says waiter ended at second 0 while five jobs were still running
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: T[] = []
  for (const promise of promises) {
    promise.then((value) => ready.push(value))
  }
  for (const value of ready) {
    yield value
  }
}
