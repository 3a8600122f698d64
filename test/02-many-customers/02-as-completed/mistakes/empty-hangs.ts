/**
 * @belief First wait, then look whether there is more to wait for.
 * @says without promises the loop is over before it begins
 * @says waiter never ended
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: PromiseLike<T>[] = []
  let left = 0
  let ring: () => void = () => undefined
  for (const one of promises) {
    const promise = Promise.resolve(one)
    left += 1
    const settled = () => {
      ready.push(promise)
      ring()
    }
    promise.then(settled, settled)
  }
  do {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    left -= 1
    yield await ready.shift()!
  } while (left > 0)
}
