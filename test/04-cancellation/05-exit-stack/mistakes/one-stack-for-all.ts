/**
 * @belief One list of open things will do for the whole restaurant.
 * @says keeps a stack for each dinner
 */
type Close = () => void | Promise<void>

const stack: Close[] = []

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors.push(error)
  }
  for (let close = stack.pop(); close; close = stack.pop()) {
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
