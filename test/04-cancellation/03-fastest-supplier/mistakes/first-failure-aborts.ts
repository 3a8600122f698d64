/**
 * @belief Whoever has ended may call off the rest, in a finally.
 * @says firstSuccess rejected at second 1 instead of 3
 * @says where it should have resolved to 'eggs of the market'
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  return Promise.any(jobs.map((job) => job(losers.signal).finally(() => losers.abort())))
}
