/**
 * @belief An error is urgent: it goes before everything that is waiting.
 * @says a failure takes its turn
 * @says waiter rejected at second 4 instead of 7
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: T[] = []
  let left = 0
  let ring: () => void = () => undefined
  const failed: unknown[] = []
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => {
        ready.push(value)
        ring()
      },
      (error: unknown) => {
        failed.push(error)
        ring()
      },
    )
  }
  for (; left > 0; left -= 1) {
    if (ready.length + failed.length === 0) await new Promise<void>((done) => (ring = done))
    if (failed.length > 0) throw failed[0]
    yield ready.shift()!
  }
}
