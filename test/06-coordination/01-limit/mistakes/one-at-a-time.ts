/**
 * @belief A chain of promises keeps order.
 * @says all resolved at second 25 instead of 16
 */
export function limit(_max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>) => {
    const mine = last.then(() => job())
    last = mine.catch(() => undefined)
    return mine
  }
}
