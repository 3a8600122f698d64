type Close = () => void | Promise<void>

async function* outcomesOf<T>(use: (defer: (close: Close) => void) => Promise<T>) {
  const stack: Close[] = []
  const work: () => T | Promise<T> = () => use((close) => stack.push(close))
  yield* attempt(work)
  while (stack.length > 0) yield* attempt(stack.pop()!)
}

async function* attempt<T>(what: () => T | Promise<T>) {
  const [outcome] = await Promise.allSettled([new Promise<T>((resolve) => resolve(what()))])
  yield outcome
}

/** The work and its closes as a stream of outcomes, the work's own first. */
export async function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  const outcomes: PromiseSettledResult<unknown>[] = []
  for await (const outcome of outcomesOf(use)) outcomes.push(outcome)

  const bad = outcomes.filter((outcome) => outcome.status === 'rejected')
  if (bad.length > 1) throw new AggregateError(bad.map((outcome) => outcome.reason as unknown))
  if (bad[0]) throw bad[0].reason
  return (outcomes[0] as PromiseFulfilledResult<T>).value
}
