type Close = () => void | Promise<void>

/** Each close is the work of the one below: a stack made of calls. */
export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const work = async () => use((close) => stack.push(close))
  const [outcome] = await Promise.allSettled([work()])
  const errors = outcome.status === 'rejected' ? [outcome.reason as unknown] : []

  const unwind = async (): Promise<void> => {
    const close = stack.pop()
    if (!close) return
    const [closed] = await Promise.allSettled([(async () => close())()])
    if (closed.status === 'rejected') errors.push(closed.reason)
    await unwind()
  }

  await unwind()
  if (errors.length > 1) throw new AggregateError(errors, 'closing time')
  if (outcome.status === 'rejected') throw outcome.reason
  if (errors.length === 1) throw errors[0]
  return outcome.value
}
