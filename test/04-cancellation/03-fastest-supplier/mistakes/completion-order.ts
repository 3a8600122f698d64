/**
 * @belief The errors may be collected as they come.
 * @says one error for each job, in the order of the jobs
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors: unknown[] = []
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      errors.push(error)
      if (errors.length === jobs.length) reject(new AggregateError(errors))
    }
    if (jobs.length === 0) reject(new AggregateError([]))
    for (const job of jobs) {
      job(losers.signal).then((value) => {
        resolve(value)
        losers.abort()
      }, failed)
    }
  })
}
