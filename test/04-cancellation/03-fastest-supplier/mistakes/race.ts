/**
 * @belief Promise.race gives the first who succeeds.
 * @says firstSuccess rejected at second 1 instead of 3
 * @says it rejected with Error: the shop has none, where it should have resolved to 'eggs of the market'
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  if (jobs.length === 0) throw new AggregateError([])
  const losers = new AbortController()
  try {
    return await Promise.race(jobs.map((job) => job(losers.signal)))
  } finally {
    losers.abort()
  }
}
