/**
 * @belief A dinner that is called off has not failed.
 * @says frees everything when the customer leaves, and rejects then
 */
type Close = () => void | Promise<void>
export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const pile: Close[] = []
  const errors: unknown[] = []
  let result: T | undefined
  try {
    result = await use((c) => void pile.push(c))
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) errors.push(error)
  }
  for (const close of pile.reverse()) {
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 1) throw new AggregateError(errors)
  if (errors.length === 1) throw errors[0]
  return result as T
}
