/**
 * @belief Errors can be put together two by two, as they come.
 * @says Several things went wrong: the work's own error comes first
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const both = (first: unknown[], second: unknown) =>
    first.length === 0 ? [second] : [new AggregateError([...first, second])]
  let errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors = [error]
  }
  for (const close of stack.reverse()) {
    try {
      await close()
    } catch (error) {
      errors = both(errors, error)
    }
  }
  if (errors.length > 0) throw errors[0]
  return result as T
}
