/**
 * @belief A set holds everything that a list holds.
 * @says The same promise stands in the list twice
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = new Set<PromiseLike<T>>()
  for (const promise of promises) all.add(Promise.resolve(promise))
  const ready: PromiseLike<T>[] = []
  let ring: () => void = () => undefined
  for (const promise of all) {
    const settled = () => {
      ready.push(promise)
      ring()
    }
    promise.then(settled, settled)
  }
  while (all.size > 0) {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    const promise = ready.shift()!
    all.delete(promise)
    yield await promise
  }
}
