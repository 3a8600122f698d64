/**
 * @belief If there was an error, the variable that holds it is not empty.
 * @says The work called reject() without a word
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  let failure: unknown
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    failure = error
  }
  const errors: unknown[] = failure ? [failure] : []
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
