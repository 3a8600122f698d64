/**
 * @belief for await takes whichever of the promises comes next.
 * @says nothing came before dish 9 was over
 */
/** Yields the values of the promises as they arrive, the fastest first. */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const waiting = [...promises].map(async (promise) => await promise)
  for await (const value of waiting) {
    yield value
  }
}
