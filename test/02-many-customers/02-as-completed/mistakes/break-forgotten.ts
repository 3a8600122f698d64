/**
 * @belief A loop ends when it is through, or with an error; there is no third way out of a yield.
 * @says A promise was rejected and nobody was listening: Error: dish 3 is burnt
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = Array.from(promises, (promise) => Promise.resolve(promise))
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(() => new Promise<T>((resolve) => fill.push(resolve)))
  for (const promise of all) {
    const settled = () => fill.shift()!(promise)
    promise.then(settled, settled)
  }
  try {
    for (const plate of plates) yield await plate
  } catch (error) {
    for (const plate of plates) plate.catch(() => undefined)
    throw error
  }
}
