/**
 * @belief The loop is always back in time for the next value, so one variable can hold it.
 * @says what gets ready while the waiter is away waits for him
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  let left = all.length
  let ready: { value: T } | undefined
  let failure: { error: unknown } | undefined
  let ring: () => void = () => undefined
  for (const promise of all) {
    promise.then(
      (value) => {
        left -= 1
        ready = { value }
        ring()
      },
      (error: unknown) => {
        left -= 1
        failure = { error }
        ring()
      },
    )
  }
  while (left > 0 || ready) {
    if (!ready && !failure) await new Promise<void>((resolve) => (ring = resolve))
    if (failure) throw failure.error
    const { value } = ready!
    ready = undefined
    yield value
  }
}
