/**
 * @belief An error of a close is the newer one, so it is the one to report.
 * @says Several things went wrong: the work's own error comes first
 * @says the knob is stuck
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  try {
    return await use((close) => stack.push(close))
  } finally {
    let failed = false
    let problem: unknown
    for (const close of stack.reverse()) {
      try {
        await close()
      } catch (error) {
        failed = true
        problem = error
      }
    }
    if (failed) throw problem
  }
}
