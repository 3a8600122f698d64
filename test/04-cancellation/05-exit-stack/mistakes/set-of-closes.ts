/**
 * @belief To close the same thing twice makes no sense, so a Set is the better list.
 * @says A close may return nothing, may throw, and may be deferred twice
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack = new Set<Close>()
  const errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((close) => stack.add(close))
  } catch (error) {
    errors.push(error)
  }
  for (const close of [...stack].reverse()) {
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
