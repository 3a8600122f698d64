/**
 * @belief Everything that can fail returns a promise, so catch on the promise sees it all.
 * @says A close may return nothing, may throw, and may be deferred twice
 * @says frees everything when the work throws at once
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []
  const note = (error: unknown) => {
    errors.push(error)
  }
  const result = await use((close) => stack.push(close)).catch(note)
  for (const close of stack.reverse()) {
    await (close() as Promise<void>).catch(note)
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return result as T
}
