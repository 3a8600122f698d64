/**
 * @belief What a loser throws may be thrown on: nobody listens any more.
 * @says A promise was rejected and nobody was listening: AbortError
 * @says catch its error
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors: unknown[] = []
  let failed = 0
  return new Promise((resolve, reject) => {
    if (jobs.length === 0) reject(new AggregateError([]))
    jobs.forEach(async (job, index) => {
      try {
        resolve(await job(losers.signal))
        losers.abort()
      } catch (error) {
        if (losers.signal.aborted) throw error
        errors[index] = error
        failed += 1
        if (failed === jobs.length) reject(new AggregateError(errors))
      }
    })
  })
}
