/**
 * @belief A set that is handed over stays as it is.
 * @says This is the report of second 1, read at second 5
 * @says What settles after a report must not get into its sets
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
  const pending = new Set(promises)
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      done.add(promise)
      pending.delete(promise)
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
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  return { done, pending }
}
