/**
 * @belief A race ends with the first that is ready, and never with an error.
 * @says wait ended at second 1 while three jobs were still running
 */
interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}
interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

export async function wait<T>(promises: Promise<T>[], options: Options): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  for (const promise of promises) {
    promise.then(() => done.add(promise))
  }
  const timeout = new Promise<void>((resolve) => {
    if (options.timeout !== undefined) setTimeout(resolve, options.timeout)
  })
  if (options.when === 'first') await Promise.race([...promises, timeout])
  else await Promise.race([Promise.all(promises), timeout])
  return { done, pending: new Set(promises.filter((promise) => !done.has(promise))) }
}
