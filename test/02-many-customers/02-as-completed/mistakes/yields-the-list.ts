/**
 * @belief `yield*` hands out whatever it is given.
 * @says A dish is whatever a promise resolves to
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: T[][] = []
  const failed: unknown[] = []
  let left = 0
  let ring: () => void = () => undefined
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => {
        if (failed.length === 0) ready.push(([] as T[]).concat(value))
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
    const next = ready.shift()
    if (next === undefined) throw failed[0]
    yield* next
  }
}
