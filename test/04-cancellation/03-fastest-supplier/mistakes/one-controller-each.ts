/**
 * @belief Each job needs a controller of its own, and the winner aborts it.
 * @says farm resolved at second 9 instead of 3
 * @says nobody stopped farm
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  return Promise.any(
    jobs.map(async (job) => {
      const own = new AbortController()
      const value = await job(own.signal)
      own.abort()
      return value
    }),
  )
}
