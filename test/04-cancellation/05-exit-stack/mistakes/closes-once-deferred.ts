/**
 * @belief What is deferred is closed right after it has been opened.
 * @says some ran at the same time; await one before you start the next
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const closed: (void | Promise<void>)[] = []
  const result = await use((close) => closed.unshift(close()))
  await Promise.all(closed)
  return result
}
