/** Yields the values of the promises as they arrive, the fastest first. */
export async function* asCompleted<T>(
  promises: Iterable<PromiseLike<T>>,
): AsyncGenerator<T> {
  // TODO: this waits for the first in the list, however slow it is. Yield
  // whatever is ready first. Delete this comment when you begin.
  for (const promise of promises) {
    yield await promise
  }
}
