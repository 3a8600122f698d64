/**
 * @belief The next two begin when both of the first are done.
 * @says all resolved at second 21 instead of 16
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let batch: Promise<unknown>[] = []
  let before: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>) => {
    if (batch.length === max) {
      before = Promise.allSettled(batch)
      batch = []
    }
    const mine = before.then(() => job())
    batch.push(mine)
    return mine
  }
}
