/**
 * @belief What has an error in it is an error.
 * @says nor is an object that looks like a note about one
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const fill: ((it: unknown) => void)[] = []
  const plates: Promise<unknown>[] = []
  for (const dish of promises) {
    plates.push(new Promise((resolve) => fill.push(resolve)))
    dish.then(
      (value) => fill.shift()?.(value),
      (error: unknown) => fill.shift()?.({ error }),
    )
  }
  for (const plate of plates) {
    const it = await plate
    if (it !== null && typeof it === 'object' && 'error' in it) throw it.error
    yield it as T
  }
}
