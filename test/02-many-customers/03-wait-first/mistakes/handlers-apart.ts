/**
 * @belief finally notes that one is done and catch that it has failed; together they hear everything.
 * @says A promise was rejected and nobody was listening
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
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
  let missing = promises.length
  await new Promise<void>((enough) => {
    for (const promise of promises) {
      promise.catch(() => {
        if (when !== 'firstError') return
        done.add(promise)
        enough()
      })
      promise.finally(() => {
        done.add(promise)
        missing -= 1
        if (when === 'first' || missing === 0) enough()
      })
    }
    if (missing === 0) enough()
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
