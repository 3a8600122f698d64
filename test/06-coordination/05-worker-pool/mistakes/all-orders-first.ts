/**
 * @belief One has to have all orders before one can begin.
 * @says How many orders have been taken off the source
 */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const controller = new AbortController()
  const all: T[] = []
  for await (const order of orders) all.push(order)
  let next = 0
  let failure: { error: unknown } | undefined
  const work = async () => {
    while (next < all.length && !failure) {
      const index = next++
      try {
        results[index] = await cook(all[index] as T, controller.signal)
      } catch (error) {
        failure ??= { error }
        controller.abort(error)
      }
    }
  }
  await Promise.all(Array.from({ length: cooks }, work))
  if (failure) throw failure.error
  return results
}
