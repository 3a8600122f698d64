/**
 * @belief A timeout has to be multiplied before setTimeout gets it.
 * @says wait resolved at second 9 instead of 4
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
  const waits: Promise<unknown>[] = [Promise.all(all)]
  if (options.when === 'first') waits.push(...all)
  if (options.when === 'firstError') waits.push(Promise.all(promises).catch(() => undefined))
  if (options.timeout !== undefined) {
    const time = options.timeout * 1_000
    waits.push(new Promise((resolve) => setTimeout(resolve, time)))
  }
  await Promise.race(waits)
  return { done, pending: new Set(promises.filter((promise) => !done.has(promise))) }
}
