/**
 * @belief The same error twice is one error.
 * @says one error for each job
 * @says They are: Error: the shop has none
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } catch (group) {
    throw new AggregateError(new Set((group as AggregateError).errors))
  } finally {
    losers.abort()
  }
}
