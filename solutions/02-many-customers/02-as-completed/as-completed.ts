/** Yields the values of the promises as they arrive, the fastest first. */
export async function* asCompleted<T>(
  promises: Iterable<PromiseLike<T>>,
): AsyncGenerator<T> {
  // Asked once: what only has a `then` may cook anew each time.
  const all = Array.from(promises, (one) => Promise.resolve(one))
  // A row of empty plates: whatever is ready first goes on the first one.
  const fill: ((ready: PromiseLike<T>) => void)[] = []
  const plates = all.map(
    () => new Promise<T>((resolve) => fill.push(resolve)),
  )

  for (const promise of all) {
    const settled = () => fill.shift()?.(promise)
    promise.then(settled, settled)
  }
  // Nobody may ever come as far as this plate, and it may hold an error.
  for (const plate of plates) plate.catch(() => undefined)

  for (const plate of plates) yield await plate
}
