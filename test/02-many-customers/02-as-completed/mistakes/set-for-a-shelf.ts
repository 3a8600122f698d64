/**
 * @belief A set keeps whatever is put into it, in the order of arrival.
 * @says Three guests have ordered the same
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const shelf = new Set<T>()
  let failure: { error: unknown } | undefined
  let left = 0
  let ring: () => void = () => undefined
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => {
        left -= 1
        if (!failure) shelf.add(value)
        ring()
      },
      (error: unknown) => {
        failure ??= { error }
        ring()
      },
    )
  }
  while (left > 0 || shelf.size > 0) {
    if (shelf.size === 0 && !failure) await new Promise<void>((resolve) => (ring = resolve))
    if (shelf.size === 0 && failure) throw failure.error
    for (const value of shelf) {
      shelf.delete(value)
      yield value
    }
  }
}
