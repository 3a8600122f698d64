import { ReadableStream } from 'node:stream/web'

/** The web's own stream, of functions that return or throw. */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const all = [...promises]
  let open = true
  const settled = new ReadableStream<() => T>({
    start(controller) {
      let left = all.length
      const put = (take: () => T) => {
        if (!open) return
        controller.enqueue(take)
        left -= 1
        if (left === 0) controller.close()
      }
      if (left === 0) controller.close()
      for (const promise of all) {
        promise.then(
          (value) => put(() => value),
          (error: unknown) =>
            put(() => {
              throw error
            }),
        )
      }
    },
    cancel() {
      open = false
    },
  })
  for await (const take of settled) yield take()
}
