/**
 * @belief A timer that nobody needs any more does no harm.
 * @says A timer of 4 seconds, set at second 0, was still running when the call had ended
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
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      done.add(promise)
      if (when === 'first' || (when === 'firstError' && failed)) enough()
      if (promises.every((one) => done.has(one))) enough()
    }
    for (const promise of promises) {
      promise.then(
        () => settled(promise, false),
        () => settled(promise, true),
      )
    }
    if (promises.length === 0) enough()
    if (timeout !== undefined) setTimeout(enough, timeout)
  })
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
