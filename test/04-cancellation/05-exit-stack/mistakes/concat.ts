/**
 * @belief concat adds one thing to the end of a list.
 * @says what has been thrown is neither unpacked nor changed
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  let errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors = errors.concat(error)
  }
  for (const close of stack.reverse()) {
    try {
      await close()
    } catch (error) {
      errors = errors.concat(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
