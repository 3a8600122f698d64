/**
 * @belief Calling a close is enough: it frees what it has to free.
 * @says withStack ended at second 2 while three jobs were still running
 * @says did not wait for
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
  for (const close of stack.reverse()) {
    try {
      close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
