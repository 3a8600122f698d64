/**
 * @belief Three orders are given out, and when all are done, the next three.
 * @says pool resolved at second 16 instead of 10
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
  for (let start = 0; start < all.length; start += cooks) {
    const batch = all.slice(start, start + cooks)
    results.push(...(await Promise.all(batch.map(async (order) => cook(order, signal)))))
  }
  return results
}
