/**
 * @belief Before a generator ends it has to wait for everything it has not yielded yet.
 * @says He is free at once
 * @says waiter resolved at second 9 instead of 1
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = Array.from(promises, (promise) => Promise.resolve(promise))
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(() => new Promise<T>((resolve) => fill.push(resolve)))
  for (const promise of all) {
    const settled = () => fill.shift()!(promise)
    promise.then(settled, settled)
  }
  const settled = Promise.allSettled(plates)
  try {
    for (const plate of plates) yield await plate
  } finally {
    await settled
  }
}
