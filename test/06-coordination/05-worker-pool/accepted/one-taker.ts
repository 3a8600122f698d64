/** One who takes orders, and gives each to a cook who is free. */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const controller = new AbortController()
  const busy = new Set<Promise<void>>()
  const results: R[] = []
  const errors: unknown[] = []
  let count = 0
  let wake = () => {}
  const stopped = new Promise<void>((resolve) => (wake = resolve))
  const fail = (error: unknown) => {
    errors.push(error)
    controller.abort(error)
    wake()
  }

  const iterator =
    Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]()
  const isStopped = () => errors.length > 0
  try {
    while (!isStopped()) {
      if (busy.size >= cooks) {
        await Promise.race(busy)
        continue
      }
      const slip = await Promise.race([iterator.next(), stopped])
      if (!slip || slip.done || isStopped()) break
      const index = count++
      const work: Promise<void> = (async () => {
        try {
          results[index] = await cook(slip.value, controller.signal)
        } catch (error) {
          fail(error)
        }
      })().finally(() => busy.delete(work))
      busy.add(work)
    }
  } catch (error) {
    fail(error)
  }
  await Promise.all(busy)
  if (!isStopped()) return results
  await iterator.return?.()
  throw errors[0]
}
