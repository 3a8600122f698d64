/** Frees what has been opened; it may take its time, and it may fail. */
export type Close = () => void | Promise<void>

/**
 * Calls `use`, and afterwards, however that went, everything that it has
 * deferred: what was deferred last is closed first, one after the other.
 */
export async function withStack<T>(
  use: (defer: (close: Close) => void) => Promise<T>,
): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []

  let result: T | undefined
  try {
    result = await use((close) => stack.push(close))
  } catch (error) {
    errors.push(error)
  }
  for (const close of stack.reverse()) {
    // A try for each: one that fails must not keep the rest from closing.
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }

  // Counted, not looked at: even undefined can be thrown.
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) {
    throw new AggregateError(errors, `${errors.length} things went wrong`)
  }
  return result as T
}
