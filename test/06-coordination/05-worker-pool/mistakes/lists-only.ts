/**
 * @belief Orders are a list.
 * @says pool
 */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const list = orders as T[]
  const controller = new AbortController()
  const results: R[] = []
  let next = 0
  let failure: { error: unknown } | undefined
  const work = async () => {
    while (next < list.length && !failure) {
      const index = next++
      try {
        results[index] = await cook(list[index] as T, controller.signal)
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
