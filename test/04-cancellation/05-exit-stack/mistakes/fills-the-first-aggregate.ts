/**
 * @belief If the work has failed with an AggregateError, the other errors can be put into that one.
 * @says what has been thrown is neither unpacked nor changed
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
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  const [first, ...others] = errors
  if (first instanceof AggregateError) first.errors.push(...others)
  if (errors.length === 1 || first instanceof AggregateError) throw first
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
