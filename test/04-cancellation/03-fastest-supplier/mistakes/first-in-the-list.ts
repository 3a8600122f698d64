/**
 * @belief All have been asked at once, so they may be awaited one after the other.
 * @says firstSuccess resolved at second 9 instead of 3
 * @says firstSuccess ended only when farm was over
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const asked = jobs.map((job) => job(losers.signal))
  for (const one of asked) one.catch(() => undefined)
  const errors: unknown[] = []
  for (const one of asked) {
    try {
      const value = await one
      losers.abort()
      return value
    } catch (error) {
      errors.push(error)
    }
  }
  throw new AggregateError(errors)
}
