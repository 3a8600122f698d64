/**
 * @belief A catch behind a then hears only of the work.
 * @says frees the others when one cannot be freed
 */
type Close = () => void | Promise<void>

export function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []

  const closeAll = async (errors: unknown[]): Promise<void> => {
    for (const close of [...stack].reverse()) {
      try {
        await close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length === 1) throw errors[0]
    if (errors.length > 1) throw new AggregateError(errors)
  }

  return (async () => use((close) => stack.push(close)))()
    .then(async (result) => {
      await closeAll([])
      return result
    })
    .catch(async (error: unknown) => {
      await closeAll([error])
      throw error
    })
}
