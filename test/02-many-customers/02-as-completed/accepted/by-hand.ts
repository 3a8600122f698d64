/** An async generator without an async function: an object with the methods of one. */
export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const settled: (() => Promise<IteratorResult<T>>)[] = []
  const waiting: ((result: Promise<IteratorResult<T>>) => void)[] = []
  let left = 0
  let closed = false

  const settle = (result: () => Promise<IteratorResult<T>>) => {
    const next = waiting.shift()
    if (next) next(result())
    else settled.push(result)
  }
  for (const promise of promises) {
    left += 1
    promise.then(
      (value) => settle(() => Promise.resolve({ done: false, value })),
      (error: unknown) =>
        settle(() => {
          closed = true
          return Promise.reject(error)
        }),
    )
  }
  const end = (): Promise<IteratorResult<T>> => Promise.resolve({ done: true, value: undefined })

  const iterator = {
    next() {
      if (closed || left === 0) return end()
      left -= 1
      const ready = settled.shift()
      return ready ? ready() : new Promise((resolve) => waiting.push(resolve))
    },
    return() {
      closed = true
      return end()
    },
    throw(error: unknown) {
      closed = true
      return Promise.reject(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
  return iterator as unknown as AsyncGenerator<T>
}
