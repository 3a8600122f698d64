/**
 * @belief The list of errors can stand in the file, beside the function.
 * @says no call remembers what went wrong in another
 */
type Close = () => void | Promise<void>

const errors: unknown[] = []

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors.push(error)
  }
  for (const close of stack.reverse()) {
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
