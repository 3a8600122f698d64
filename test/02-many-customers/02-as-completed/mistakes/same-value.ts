/**
 * @belief Every dish is another one, so what was served before need not be served again.
 * @says these are three dishes all the same
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
  const served = new Set<T>()
  for (const plate of plates) {
    const value = await plate
    if (served.has(value)) continue
    served.add(value)
    yield value
  }
}
