/**
 * @belief A list of outcomes without its empty places is the list of errors.
 * @says A close rejects with undefined, and that is a failure, too
 */
type Close = () => void | Promise<void>

export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const [dinner] = await Promise.allSettled([(async () => use((close) => stack.push(close)))()])
  const problems: unknown[] = []
  for (const close of stack.reverse()) {
    const problem = await (async () => close())().catch((error: unknown) => error)
    problems.push(problem)
  }
  const errors = problems.filter(Boolean)
  if (dinner.status === 'rejected') errors.unshift(dinner.reason)
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors)
  return (dinner as PromiseFulfilledResult<T>).value
}
