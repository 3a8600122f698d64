/**
 * @belief A race is over when it is won, and leaves nothing behind on the losers.
 * @says so many more handlers hang on one and the same slow promise
 * @says Hang up one for each, once, before the first yield
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: PromiseLike<T>[] = []
  const running = new Set<PromiseLike<unknown>>()
  for (const one of promises) {
    const promise = Promise.resolve(one)
    const settled = () => {
      ready.push(promise)
      running.delete(bell)
    }
    const bell = promise.then(settled, settled)
    running.add(bell)
  }
  while (running.size + ready.length > 0) {
    if (ready.length === 0) await Promise.race(running)
    yield await ready.shift()!
  }
}
