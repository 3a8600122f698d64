/**
 * @belief The list is mine now, so I may take out of it what is done.
 * @says The list belongs to the caller
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const running = Array.isArray(promises) ? (promises as PromiseLike<T>[]) : [...promises]
  const ready: { promise: PromiseLike<T>; take: () => T }[] = []
  let ring: () => void = () => undefined
  const put = (promise: PromiseLike<T>, take: () => T) => {
    ready.push({ promise, take })
    ring()
  }
  for (const promise of running) {
    promise.then(
      (value) => put(promise, () => value),
      (error: unknown) =>
        put(promise, () => {
          throw error
        }),
    )
  }
  while (running.length > 0) {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    const { promise, take } = ready.shift()!
    running.splice(running.indexOf(promise), 1)
    yield take()
  }
}
