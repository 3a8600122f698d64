/**
 * @belief Whoever will not be awaited any more cannot fail any more.
 * @says A promise was rejected and nobody was listening: Error: dish 7 is burnt
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = Array.from(promises, (promise) => Promise.resolve(promise))
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(() => new Promise<T>((resolve) => fill.push(resolve)))
  for (const promise of all) {
    const settled = () => fill.shift()!(promise)
    promise.then(settled, settled)
  }
  for (const plate of plates) yield await plate
}
