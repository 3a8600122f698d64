/**
 * @belief A list of errors belongs to the other errors, one by one.
 * @says They should be: undefined, null
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } catch (group) {
    const { errors } = group as AggregateError
    throw new AggregateError(
      errors.flatMap((error) => (error instanceof AggregateError ? error.errors : error)),
    )
  } finally {
    losers.abort()
  }
}
