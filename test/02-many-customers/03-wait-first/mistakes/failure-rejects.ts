/**
 * @belief When one of the promises fails, whoever waits for them fails as well.
 * @says a promise that has failed is done, and the others are waited for
 * @says when dish 1 had failed, wait did not wait for the rest
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
  await new Promise<void>((enough, reject) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      done.add(promise)
      if (when === 'first' || (when === 'firstError' && failed)) enough()
      if (promises.every((one) => done.has(one))) enough()
    }
    for (const promise of promises) {
      promise.then(
        () => settled(promise, false),
        (error: unknown) => {
          if (when === 'firstError') settled(promise, true)
          else reject(error)
        },
      )
    }
    if (promises.length === 0) enough()
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
