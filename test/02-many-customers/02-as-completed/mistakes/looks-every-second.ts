/**
 * @belief To know whether the next one is ready, one has to look again and again.
 * @says Nobody has to look again and again
 */
import { setTimeout as sleep } from 'node:timers/promises'

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: PromiseLike<T>[] = []
  let left = 0
  for (const one of promises) {
    const promise = Promise.resolve(one)
    left += 1
    const settled = () => ready.push(promise)
    promise.then(settled, settled)
  }
  for (; left > 0; left -= 1) {
    while (ready.length === 0) await sleep(1_000)
    yield await ready.shift()!
  }
}
