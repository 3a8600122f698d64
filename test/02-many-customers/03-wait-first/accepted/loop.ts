interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/** Asks in rounds: a race for what is left, as long as it is not enough. */
export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const left = new Map(
    promises.map((promise) => [
      promise,
      promise.then(
        () => ({ promise, failed: false }),
        () => ({ promise, failed: true }),
      ),
    ]),
  )
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout, undefined)
  })
  while (left.size > 0) {
    const next = await Promise.race([...left.values(), late])
    if (next === undefined) break
    left.delete(next.promise)
    done.add(next.promise)
    if (when === 'first' || (when === 'firstError' && next.failed)) break
  }
  clearTimeout(timer)
  return { done, pending: new Set(left.keys()) }
}
