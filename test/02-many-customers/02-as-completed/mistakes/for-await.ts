/**
 * @belief for await over promises takes whichever is ready first.
 * @says whatever is ready first is served first, and at once
 * @says served 1 came at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  for await (const value of promises) yield value
}
