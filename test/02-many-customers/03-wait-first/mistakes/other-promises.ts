/**
 * @belief A promise with a then on it is the same promise.
 * @says not in the list: then and catch make new promises
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
  const watched = promises.map((promise) => promise.then((value) => value))
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      done.add(promise)
      if (when === 'first' || (when === 'firstError' && failed)) enough()
      if (watched.every((one) => done.has(one))) enough()
    }
    for (const promise of watched) promise.catch(() => undefined)
    for (const promise of watched) {
      promise.then(
        () => settled(promise, false),
        () => settled(promise, true),
      )
    }
    if (promises.length === 0) enough()
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = watched.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
