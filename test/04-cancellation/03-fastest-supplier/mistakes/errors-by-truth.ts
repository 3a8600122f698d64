/**
 * @belief A job that has failed has left an error, so the errors that are there can be counted.
 * @says takes whatever they reject with for an error, even undefined
 * @says firstSuccess never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors: unknown[] = []
  return new Promise((resolve, reject) => {
    if (jobs.length === 0) reject(new AggregateError([]))
    jobs.forEach((job, index) => {
      job(losers.signal).then(
        (value) => {
          resolve(value)
          losers.abort()
        },
        (error: unknown) => {
          errors[index] = error
          if (errors.filter(Boolean).length === jobs.length) reject(new AggregateError(errors))
        },
      )
    })
  })
}
