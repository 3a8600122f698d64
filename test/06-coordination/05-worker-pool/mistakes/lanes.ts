/**
 * @belief Deal the orders out to the cooks before they begin.
 * @says pool resolved at second 14 instead of 10
 */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const { signal } = new AbortController()
  const all: T[] = []
  for await (const order of orders) all.push(order)
  await Promise.all(
    Array.from({ length: cooks }, async (_, lane) => {
      for (let index = lane; index < all.length; index += cooks) {
        results[index] = await cook(all[index] as T, signal)
      }
    }),
  )
  return results
}
