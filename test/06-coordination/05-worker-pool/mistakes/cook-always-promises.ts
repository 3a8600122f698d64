/**
 * @belief A cook never throws before there is a promise.
 * @says throws
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
  const work = async (): Promise<void> => {
    const { done, value } = await iterator.next()
    if (done || failure) return
    const index = next++
    await cook(value, controller.signal).then(
      (result) => (results[index] = result),
      (error: unknown) => {
        failure ??= { error }
        controller.abort(error)
      },
    )
    if (!failure) await work()
  }
  await Promise.allSettled(Array.from({ length: cooks }, work))
  if (failure) {
    await iterator.return?.()
    throw failure.error
  }
  return results
}
