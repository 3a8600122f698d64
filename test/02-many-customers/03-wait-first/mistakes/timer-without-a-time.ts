/**
 * @belief A timer that is given no time never rings.
 * @says wait ended at second 0 while three jobs were still running
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
  const all = promises.map((promise) =>
    promise.then(
      () => done.add(promise),
      () => done.add(promise),
    ),
  )
  const timer = new Promise((resolve) => setTimeout(resolve, options.timeout))
  if (options.when === 'first') await Promise.race([...all, timer])
  else if (options.when === 'all') await Promise.race([Promise.all(all), timer])
  else await Promise.race([Promise.all(promises).catch(() => undefined), timer])
  return { done, pending: new Set(promises.filter((promise) => !done.has(promise))) }
}
