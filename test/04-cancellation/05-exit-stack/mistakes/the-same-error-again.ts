/**
 * @belief A close that fails with the error of the work has nothing to add.
 * @says The work and a close have failed with the same error
 */
type Close = () => void | Promise<void>
export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const pile: Close[] = []
  const errors: unknown[] = []
  let value: T | undefined
  let own: unknown
  let failed = false
  try {
    value = await use((c) => void pile.push(c))
  } catch (e) {
    own = e
    failed = true
    errors.push(e)
  }
  for (const close of pile.reverse()) {
    try {
      await close()
    } catch (e) {
      if (!(failed && e === own)) errors.push(e)
    }
  }
  if (errors.length > 1) throw new AggregateError(errors)
  if (errors.length === 1) throw errors[0]
  return value as T
}
