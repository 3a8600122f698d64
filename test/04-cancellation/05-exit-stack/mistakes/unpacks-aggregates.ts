/**
 * @belief An AggregateError within an AggregateError is to be unpacked, so that all errors lie side by side.
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
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) {
    throw new AggregateError(
      errors.flatMap((error): unknown[] =>
        error instanceof AggregateError ? error.errors : [error],
      ),
    )
  }
  return result as T
}
