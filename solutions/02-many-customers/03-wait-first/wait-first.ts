/** How long to wait. */
export interface Options {
  /** For the first that settles, for the first that fails, or for all. */
  when: 'first' | 'firstError' | 'all'
  /** Milliseconds after which there is a report in any case. */
  timeout?: number
}

/** What has settled, and what has not. */
export interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/**
 * Waits for as much as `when` asks for, at most until the timeout, and
 * reports how things stand then. It never rejects.
 */
export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  // Not the size of `done`: a promise may stand in the list twice.
  let missing = promises.length
  let timer: NodeJS.Timeout | undefined

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
    // A timeout of 0 is a timeout, too.
    if (timeout !== undefined) timer = setTimeout(enough, timeout)
  })
  clearTimeout(timer)

  // A copy, since the handlers go on adding to `done`.
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
