/**
 * @belief Of an error the message is all that matters.
 * @says The words are the same, and the errors are not
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } catch (group) {
    const { errors } = group as AggregateError
    throw new AggregateError(
      errors.map((error) => (error instanceof Error ? new Error(error.message) : error)),
    )
  } finally {
    losers.abort()
  }
}
