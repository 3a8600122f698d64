/**
 * @belief An error that is known already need not be told again.
 * @says A close was deferred twice, and failed twice
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const told = new Set<unknown>()
  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    told.add(error)
  }
  for (const close of stack.reverse()) {
    try {
      await close()
    } catch (error) {
      told.add(error)
    }
  }
  const errors = [...told]
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
