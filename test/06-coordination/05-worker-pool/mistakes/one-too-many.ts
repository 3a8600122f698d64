/**
 * @belief There is always somebody who helps out.
 * @says pool
 */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const iterator =
    Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]()
  const controller = new AbortController()
  const results: R[] = []
  let failure: { error: unknown } | undefined
  let next = 0
  let source: Promise<unknown> = Promise.resolve()

  const take = (): Promise<IteratorResult<T>> => {
    const mine = source.then(() => iterator.next())
    source = mine.catch(() => undefined)
    return mine
  }
  const fail = (error: unknown) => {
    failure ??= { error }
    controller.abort(error)
  }
  const work = async () => {
    try {
      while (!failure) {
        const { done, value } = await take()
        if (done || failure) return
        const index = next++
        results[index] = await cook(value, controller.signal)
      }
    } catch (error) {
      fail(error)
    }
  }
  await Promise.all(Array.from({ length: cooks + 1 }, work))
  if (failure) {
    await iterator.return?.()
    throw failure.error
  }
  return results
}
