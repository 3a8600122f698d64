export async function runPool<T, R>(
  cooks: number,
  orders: AsyncIterable<T> | Iterable<T>,
  cook: (order: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const { signal, abort } = controls()
  const source = (async function* () {
    for await (const order of orders) yield order
  })()
  const values: R[] = []
  let count = 0
  const failed: { error: unknown }[] = []

  const next = (): Promise<void> =>
    source.next().then(({ done, value }) => {
      if (done || failed.length > 0) return undefined
      const index = count++
      return Promise.resolve(cook(value as T, signal))
        .then((result) => {
          values[index] = result
        })
        .then(() => (failed.length > 0 ? undefined : next()))
    })

  await Promise.all(
    Array.from({ length: cooks }, () =>
      next().catch((error: unknown) => {
        failed.push({ error })
        abort(error)
      }),
    ),
  )
  if (failed[0]) {
    await source.return(undefined)
    throw failed[0].error
  }
  return values
}

function controls() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) }
}
