/**
 * @belief A finally may stand beside the promise that is returned: it only tidies up.
 * @says A promise was rejected and nobody was listening: AggregateError
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const winner = Promise.any(jobs.map((job) => job(losers.signal)))
  winner.finally(() => losers.abort())
  return winner
}
