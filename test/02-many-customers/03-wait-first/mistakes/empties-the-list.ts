/**
 * @belief The list is mine now, so I may take out of it what is done.
 * @says The list belongs to the caller
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
  let over = false
  await new Promise<void>((enough) => {
    const settled = (promise: Promise<T>, failed: boolean) => {
      if (over) return
      done.add(promise)
      promises.splice(promises.indexOf(promise), 1)
      if (when === 'first' || (when === 'firstError' && failed)) enough()
      if (promises.length === 0) enough()
    }
    for (const promise of [...promises]) {
      promise.then(
        () => settled(promise, false),
        () => settled(promise, true),
      )
    }
    if (promises.length === 0) enough()
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  over = true
  clearTimeout(timer)
  return { done, pending: new Set(promises) }
}
