/**
 * @belief The order of the errors does not matter, as long as all are there.
 * @says That is another order
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []
  const failures: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    failures.push(error)
  }
  for (const close of stack.reverse()) {
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  errors.push(...failures)
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
