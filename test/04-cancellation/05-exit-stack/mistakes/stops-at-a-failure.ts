/**
 * @belief When a close fails, there is nothing more to be done.
 * @says frees the others when one cannot be freed
 * @says withStack rejected at second 4 instead of 5
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  try {
    return await use((close) => stack.push(close))
  } finally {
    for (const close of stack.reverse()) await close()
  }
}
