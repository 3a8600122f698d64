/**
 * @belief A value that is not there need not be handed out.
 * @says A promise that resolves to undefined, 0 or "" has resolved
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
    const value = await plate
    if (value) yield value
  }
}
