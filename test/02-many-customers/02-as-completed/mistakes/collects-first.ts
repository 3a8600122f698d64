/**
 * @belief It does not matter when a value is yielded, as long as the order is right.
 * @says served 1 came at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: T[] = []
  const all = [...promises].map(async (promise) => {
    ready.push(await promise)
  })
  await Promise.all(all)
  for (const value of ready) {
    yield value
  }
}
