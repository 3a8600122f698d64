/**
 * @belief Promise.race gives the promise that was ready first.
 * @says what gets ready while the waiter is away waits for him, first ready first
 * @says served 7 came at second 13 instead of 10
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const running = new Map(
    [...promises].map((promise, index) => [
      index,
      Promise.resolve(promise).then((value) => ({ index, value })),
    ]),
  )
  for (const promise of running.values()) promise.catch(() => undefined)
  while (running.size > 0) {
    const { index, value } = await Promise.race(running.values())
    running.delete(index)
    yield value
  }
}
