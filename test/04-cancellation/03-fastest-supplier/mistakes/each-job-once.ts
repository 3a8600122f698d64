/**
 * @belief Each job stands in the list once, so it can be told by its function.
 * @says one error for each job
 * @says They are: Error: the shop has none, Error: the shop has none
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors = new Map<Job<T>, unknown>()
  for (const job of jobs) errors.set(job, undefined)
  let left = errors.size
  return new Promise((resolve, reject) => {
    const failed = () => reject(new AggregateError(errors.values()))
    if (left === 0) failed()
    for (const job of errors.keys()) {
      job(losers.signal).then(
        (value) => {
          resolve(value)
          losers.abort()
        },
        (error: unknown) => {
          errors.set(job, error)
          left -= 1
          if (left === 0) failed()
        },
      )
    }
  })
}
