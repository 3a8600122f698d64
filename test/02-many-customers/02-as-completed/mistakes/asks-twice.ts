/**
 * @belief Whatever has a `then` may be asked as often as one likes, as a promise may.
 * @says Times asked
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(() => new Promise<T>((resolve) => fill.push(resolve)))
  for (const promise of all) {
    const settled = () => fill.shift()!(promise)
    promise.then(settled, settled)
  }
  for (const plate of plates) plate.catch(() => undefined)
  for (const plate of plates) yield await plate
}
