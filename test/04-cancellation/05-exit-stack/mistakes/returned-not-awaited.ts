/**
 * @belief A return inside try waits for the promise before finally begins.
 * @says some ran at the same time; await one before you start the next
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []
  try {
    return use((close) => stack.push(close))
  } finally {
    for (const close of stack.reverse()) {
      try {
        await close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length === 1) throw errors[0]
    if (errors.length > 1) throw new AggregateError(errors)
  }
}
