/**
 * @belief Nothing is left to be done, so all may be closed at the same time.
 * @says frees one after another when dinner is over
 * @says withStack resolved at second 3 instead of 5
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors.push(error)
  }
  const closed = await Promise.allSettled(stack.reverse().map(async (close) => close()))
  for (const one of closed) {
    if (one.status === 'rejected') errors.push(one.reason)
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
