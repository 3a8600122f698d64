/**
 * @belief To know how things stand, one has to look again and again.
 * @says Nobody has to look again and again
 */
import { setTimeout as sleep } from 'node:timers/promises'

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
  { when, timeout = Infinity }: Options,
): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  let failed = false
  for (const promise of promises) {
    promise.then(
      () => done.add(promise),
      () => {
        done.add(promise)
        failed = true
      },
    )
  }
  const start = Date.now()
  const isEnough = () =>
    promises.every((promise) => done.has(promise)) ||
    (when === 'first' && done.size > 0) ||
    (when === 'firstError' && failed)
  await Promise.resolve()
  while (!isEnough() && Date.now() - start < timeout) {
    await sleep(Math.min(1_000, timeout - (Date.now() - start)))
  }
  const pending = promises.filter((promise) => !done.has(promise))
  return { done: new Set(done), pending: new Set(pending) }
}
