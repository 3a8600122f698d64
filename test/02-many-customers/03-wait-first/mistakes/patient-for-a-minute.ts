/**
 * @belief Nobody waits for ever: without a timeout, a minute is a good one.
 * @says Without a timeout there is no end to patience
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
  { when, timeout = 60_000 }: Options,
): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  let timer: NodeJS.Timeout | undefined
  let missing = promises.length
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      done.add(promise)
      missing -= 1
      if (when === 'first' || (when === 'firstError' && failed)) enough()
      if (missing === 0) enough()
    }
    for (const promise of promises) {
      promise.then(
        () => settled(promise, false),
        () => settled(promise, true),
      )
    }
    if (missing === 0) enough()
    timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
