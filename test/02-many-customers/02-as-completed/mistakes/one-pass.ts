/**
 * @belief There is one pass, and whoever comes takes the next dish from it.
 * @says each loop has a pass of its own
 */
const ready: (() => unknown)[] = []
const bells: (() => void)[] = []

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const put = (take: () => unknown) => {
    ready.push(take)
    bells.shift()?.()
  }
  let left = 0
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => put(() => value),
      (error: unknown) =>
        put(() => {
          throw error
        }),
    )
  }
  for (; left > 0; left -= 1) {
    while (ready.length === 0) await new Promise<void>((resolve) => bells.push(resolve))
    yield ready.shift()!() as T
  }
}
