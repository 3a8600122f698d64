import { setTimeout as sleep } from 'node:timers/promises'

interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/** Nothing but combinators, and a timer that a signal ends. */
export async function wait<T>(
  promises: Promise<T>[],
  { when, timeout }: Options,
): Promise<Report<T>> {
  const done: Promise<T>[] = []
  const ends = promises.map((promise) =>
    promise.catch(() => undefined).then(() => done.push(promise)),
  )
  const failures = promises.map((promise, index) =>
    promise.then(
      () => Promise.reject(),
      () => ends[index],
    ),
  )
  const reasons: PromiseLike<unknown>[] = [Promise.allSettled(ends)]
  if (when === 'first') reasons.push(...ends)
  const failure = Promise.any(failures)
  failure.catch(() => undefined)
  if (when === 'firstError') reasons.push(failure.catch(() => Promise.all(ends)))

  const leaving = new AbortController()
  if (timeout !== undefined) {
    reasons.push(sleep(timeout, undefined, { signal: leaving.signal }).catch(() => undefined))
  }
  await Promise.race(reasons)
  leaving.abort()
  const ready = new Set(done)
  return { done: ready, pending: new Set(promises.filter((promise) => !ready.has(promise))) }
}
