/**
 * @belief A race that gives undefined was won by the timer.
 * @says A dish is done whatever comes of it
 */
interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const left = new Map(
    promises.map((promise) => [promise, promise.catch((error: unknown) => ({ error }))]),
  )
  const done = new Set<Promise<T>>()
  for (const [promise, one] of left) void one.then(() => done.add(promise))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    if (timeout !== undefined) timer = setTimeout(resolve, timeout, undefined)
  })
  while (left.size > 0) {
    const answer = await Promise.race([...left.values(), late])
    if (answer === undefined) break
    let failed = false
    for (const promise of done) {
      const outcome = await left.get(promise)
      failed ||= typeof outcome === 'object' && outcome !== null && 'error' in outcome
      left.delete(promise)
    }
    if (when === 'first' || (when === 'firstError' && failed)) break
  }
  clearTimeout(timer)
  return { done: new Set(done), pending: new Set(promises.filter((promise) => !done.has(promise))) }
}
