/**
 * @belief Work that went well has a result.
 * @says The work resolves to undefined, and so does withStack
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
  if (result && errors.length === 0) return result
  if (errors.length === 1) throw errors[0]
  throw new AggregateError(errors)
}
