/**
 * @belief What is an Error has failed, so one shelf for values and errors is enough.
 * @says A dish is whatever a promise resolves to
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: unknown[] = []
  let left = 0
  let ring: () => void = () => undefined
  const put = (one: unknown) => {
    ready.push(one)
    ring()
  }
  for (const promise of promises) {
    left += 1
    promise.then(put, put)
  }
  for (; left > 0; left -= 1) {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    const one = ready.shift()
    if (one instanceof Error) throw one
    yield one as T
  }
}
