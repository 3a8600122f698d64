interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

type News<T> = { promise: Promise<T>; failed: boolean } | 'late'

/** A generator that is told the news one by one, and returns when it has heard enough. */
function* listen<T>(
  promises: Promise<T>[],
  when: Options['when'],
): Generator<void, Report<T>, News<T>> {
  const [done, pending] = [new Set<Promise<T>>(), new Set(promises)]
  while (pending.size > 0) {
    const news = yield
    if (news === 'late') break
    pending.delete(news.promise)
    done.add(news.promise)
    if (when === 'first' || (when === 'firstError' && news.failed)) break
  }
  return { done, pending }
}

export function wait<T>(promises: Promise<T>[], { when, timeout }: Options): Promise<Report<T>> {
  return new Promise((resolve) => {
    const ear = listen(promises, when)
    let timer: NodeJS.Timeout | undefined
    const tell = (news?: News<T>) => {
      const { done, value } = news === undefined ? ear.next() : ear.next(news)
      if (!done) return
      clearTimeout(timer)
      if (value) resolve(value)
    }
    if (timeout !== undefined) timer = setTimeout(tell, timeout, 'late')
    tell()
    for (const promise of promises) {
      promise
        .then(
          () => ({ promise, failed: false }),
          () => ({ promise, failed: true }),
        )
        .then(tell)
    }
  })
}
