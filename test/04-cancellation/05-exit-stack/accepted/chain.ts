type Close = () => void | Promise<void>

/** A chain of promises: the work, one link for each close, and the report. */
export function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const stack: Close[] = []
  const errors: unknown[] = []
  const note = (error: unknown) => void errors.push(error)

  const work = new Promise<T>((resolve) => resolve(use((close) => void stack.unshift(close))))
  return work
    .then(
      () => undefined,
      (error: unknown) => note(error),
    )
    .then(() => stack.reduce((before, close) => before.then(close).catch(note), Promise.resolve()))
    .then(() => {
      if (errors.length > 1) throw new AggregateError(errors)
      if (errors.length === 1) throw errors[0]
      return work
    })
}
