/**
 * @belief Promise.race gives the promise that has won.
 * @says wait resolved at second 9 instead of 4
 */
/** How long to wait. */
interface Options {
  /** For the first that settles, for the first that fails, or for all. */
  when: 'first' | 'firstError' | 'all'
  /** Milliseconds after which there is a report in any case. */
  timeout?: number
}

/** What has settled, and what has not. */
interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/**
 * Waits for as much as `when` asks for, at most until the timeout, and
 * reports how things stand then. It never rejects.
 */
export async function wait<T>(promises: Promise<T>[], options: Options): Promise<Report<T>> {
  if (promises.length === 0) {
    return { done: new Set(), pending: new Set() }
  }
  if (options.when === 'first') {
    const winner: any = await Promise.race(promises)
    return {
      done: new Set(promises.filter((promise) => promise === winner)),
      pending: new Set(promises.filter((promise) => promise !== winner)),
    }
  }
  await Promise.allSettled(promises)
  return { done: new Set(promises), pending: new Set() }
}
