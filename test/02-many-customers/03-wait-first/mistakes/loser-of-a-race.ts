/**
 * @belief A race ends the timer that has lost it.
 * @says was still running when the call had ended
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
    const time = options.timeout
    waits.push(new Promise((resolve) => setTimeout(resolve, time)))
  }
  await Promise.race(waits)
  return { done, pending: new Set(promises.filter((promise) => !done.has(promise))) }
}
