/**
 * @belief yield hands out a promise when it is ready, and goes on meanwhile.
 * @says served 1 came at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for (const promise of promises) {
    yield promise
  }
}
