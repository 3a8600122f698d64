/**
 * @belief A then for the value and a catch for the error, one beside the other, make a pair.
 * @says A promise was rejected and nobody was listening
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const ready: (() => T)[] = []
  let left = 0
  let ring: () => void = () => undefined
  const put = (take: () => T) => {
    ready.push(take)
    ring()
  }
  for (const one of promises) {
    const promise = Promise.resolve(one)
    left += 1
    promise.then((value) => put(() => value))
    promise.catch((error: unknown) =>
      put(() => {
        throw error
      }),
    )
  }
  for (; left > 0; left -= 1) {
    if (ready.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    yield ready.shift()!()
  }
}
