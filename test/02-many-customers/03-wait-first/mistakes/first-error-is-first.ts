/**
 * @belief 'firstError' means the first of them, error or not.
 * @says with 'firstError', reports when one fails, and not when one succeeds
 * @says ended together with dish 1, and did not wait for the rest
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
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, _failed: boolean) => {
      done.add(promise)
      if (when !== 'all') enough()
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
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
