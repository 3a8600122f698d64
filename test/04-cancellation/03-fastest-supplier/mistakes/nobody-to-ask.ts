/**
 * @belief The last one to fail rejects, and so there is always one who does.
 * @says rejects at once when there is nobody to ask
 * @says firstSuccess never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors: unknown[] = []
  let failed = 0
  return new Promise((resolve, reject) => {
    jobs.forEach((job, index) => {
      job(losers.signal).then(
        (value) => {
          resolve(value)
          losers.abort()
        },
        (error: unknown) => {
          errors[index] = error
          failed += 1
          if (failed === jobs.length) reject(new AggregateError(errors))
        },
      )
    })
  })
}
