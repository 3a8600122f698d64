/**
 * @belief To know when all are there, one has to look again and again.
 * @says Nobody has to look again and again
 */
import { setTimeout as sleep } from 'node:timers/promises'

export async function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = [...promises]
  const values = new Array<T>(all.length)
  let missing = all.length
  let failure: { error: unknown } | undefined
  all.forEach((promise, index) => {
    Promise.resolve(promise).then(
      (value) => {
        values[index] = value
        missing -= 1
      },
      (error: unknown) => (failure ??= { error }),
    )
  })
  while (missing > 0 && !failure) await sleep(1_000)
  if (failure) throw failure.error
  return values
}
