/**
 * @belief Tidying up is best effort: when it fails, nobody needs to know.
 * @says frees the others when one cannot be freed, and then reports it
 * @says it resolved to undefined, where it should have rejected with Error: the knob is stuck
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
    } catch {
      // It was worth a try.
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
