/**
 * @belief One asks the next when the one before has none.
 * @says firstSuccess resolved at second 9 instead of 3
 * @says firstSuccess ended only when farm was over
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const errors: unknown[] = []
  for (const job of jobs) {
    try {
      return await job(new AbortController().signal)
    } catch (error) {
      errors.push(error)
    }
  }
  throw new AggregateError(errors)
}
