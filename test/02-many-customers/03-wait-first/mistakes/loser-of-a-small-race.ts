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
  const enough = new Promise<void>((resolve) => {
    if (promises.length === 0) {
      resolve()
    }
    const all = new Set(promises).size
    for (const promise of promises) {
      promise.then(
        () => {
          done.add(promise)
          if (options.when === 'first' || done.size === all) resolve()
        },
        () => {
          done.add(promise)
          if (options.when !== 'all' || done.size === all) resolve()
        },
      )
    }
  })
  const { timeout } = options
  if (timeout === undefined) {
    await enough
  } else {
    await Promise.race([enough, new Promise((resolve) => setTimeout(resolve, timeout))])
  }
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
