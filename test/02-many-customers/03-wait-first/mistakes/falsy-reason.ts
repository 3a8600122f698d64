/**
 * @belief Where there is an error there is something to see, so `if (error)` finds every failure.
 * @says A dish that fails has failed, whatever it fails with
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
  let missing = promises.length
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, error?: unknown) => {
      done.add(promise)
      missing -= 1
      if (when === 'first' || (when === 'firstError' && error)) enough()
      if (missing === 0) enough()
    }
    for (const promise of promises) {
      promise.then(
        () => settled(promise),
        (error: unknown) => settled(promise, error),
      )
    }
    if (missing === 0) enough()
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
