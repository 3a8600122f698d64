/**
 * @belief To wait for all of them, it is enough to await one after the other.
 * @says A promise was rejected and nobody was listening: Error: dish 1 is burnt
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
  if (when === 'all' && timeout === undefined) {
    for (const promise of promises) {
      try {
        await promise
      } catch {
        // It is done all the same.
      }
    }
    return { done: new Set(promises), pending: new Set() }
  }
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
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
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
