import { PassThrough } from 'node:stream'

/** A stream of outcomes, with a buffer as large as it has to be. */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  if (all.length === 0) return
  const pass = new PassThrough({ objectMode: true, highWaterMark: all.length + 1 })
  let left = all.length
  for (const promise of all) {
    const put = (take: () => T) => {
      if (pass.destroyed) return
      pass.write(take)
      left -= 1
      if (left === 0) pass.end()
    }
    promise.then(
      (value) => put(() => value),
      (error: unknown) =>
        put(() => {
          throw error
        }),
    )
  }
  for await (const take of pass as AsyncIterable<() => T>) yield take()
}
