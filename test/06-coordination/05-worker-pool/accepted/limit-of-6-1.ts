/** The line of 6.1, and somebody who takes an order only when a place is free. */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  let free = cooks
  let tell: (() => void) | undefined
  const place = async () => {
    if (free === 0) await new Promise<void>((resolve) => (tell = resolve))
    free -= 1
  }
  const leave = () => {
    free += 1
    tell?.()
    tell = undefined
  }
  const controller = new AbortController()
  const failures: { error: unknown }[] = []
  const fail = (error: unknown) => {
    failures.push({ error })
    controller.abort(error)
  }
  const dishes: Promise<void>[] = []
  const results: R[] = []
  const source =
    Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]()

  try {
    for (let index = 0; ; index += 1) {
      await place()
      if (failures.length > 0) break
      const slip = await source.next()
      if (slip.done || failures.length > 0) break
      const dish = async () => {
        try {
          results[index] = await cook(slip.value, controller.signal)
        } catch (error) {
          fail(error)
        } finally {
          leave()
        }
      }
      dishes.push(dish())
    }
  } catch (error) {
    fail(error)
  }
  await Promise.all(dishes)
  if (failures.length === 0) return results
  await source.return?.()
  throw failures[0]!.error
}
