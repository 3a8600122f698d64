/**
 * @belief Something has always been opened, so one can begin with a close and then ask for more.
 * @says Nothing was deferred, so nothing is closed
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
  do {
    try {
      await stack.pop()!()
    } catch (error) {
      errors.push(error)
    }
  } while (stack.length > 0)
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
