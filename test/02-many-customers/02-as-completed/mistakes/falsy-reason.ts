/**
 * @belief Where there is an error there is something to see, so `if (error)` finds every failure.
 * @says A dish that fails has failed, whatever it fails with
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: { value?: T; error?: unknown }[] = []
  let left = 0
  let ring: () => void = () => undefined
  const put = (one: { value?: T; error?: unknown }) => {
    ready.push(one)
    ring()
  }
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => put({ value }),
      (error: unknown) => put({ error }),
    )
  }
  for (; left > 0; left -= 1) {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    const { value, error } = ready.shift()!
    if (error) throw error
    yield value as T
  }
}
