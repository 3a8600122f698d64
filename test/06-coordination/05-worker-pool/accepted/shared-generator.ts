async function* each<T>(orders: AsyncIterable<T> | Iterable<T>): AsyncGenerator<[number, T]> {
  let index = 0
  for await (const order of orders) yield [index++, order]
}

/** Every cook walks through the same generator. */
export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const stop = new AbortController()
  const slips = each(orders)
  const dishes: R[] = []
  let first: { error: unknown } | null = null
  const one = async () => {
    for (let slip = await slips.next(); !slip.done; slip = await slips.next()) {
      if (first) return
      const [index, order] = slip.value
      dishes[index] = await cook(order, stop.signal)
      if (first) return
    }
  }
  await Promise.all(
    [...Array(cooks).keys()].map(() =>
      one().catch((error: unknown) => {
        first ??= { error }
        stop.abort()
      }),
    ),
  )
  if (first !== null) {
    await slips.return(undefined)
    throw (first as { error: unknown }).error
  }
  return dishes
}
