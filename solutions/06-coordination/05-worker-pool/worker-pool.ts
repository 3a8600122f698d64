/**
 * Lets so many cooks work through the orders: whoever is free takes the next
 * one. Gives what each order has become, in the order of the orders. If one
 * fails, all are called off.
 */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const controller = new AbortController()
  const { signal } = controller
  const source = oneByOne(orders)
  const results: R[] = []
  const failures: unknown[] = []
  const isOpen = (): boolean => failures.length === 0
  let next = 0

  async function work(): Promise<void> {
    // Several loops over one source: each order goes to one of them.
    while (isOpen()) {
      const { done, value } = await source.next()
      if (done === true || !isOpen()) return
      const index = next
      next += 1
      results[index] = await cook(value, signal)
    }
  }

  const workers = Array.from({ length: cooks }, async () => {
    try {
      await work()
    } catch (error) {
      failures.push(error)
      controller.abort(error)
    }
  })
  await Promise.all(workers)
  if (isOpen()) return results
  await source.return(undefined)
  throw failures[0]
}

/** A generator lines up those who ask, and closes what it is made of. */
async function* oneByOne<T>(
  orders: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<T, undefined> {
  yield* orders
}
