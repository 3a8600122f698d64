/**
 * @belief The first who answers is the first who delivers, and the others give up by themselves.
 * @says firstSuccess ended at second 1 while two jobs were still running
 * @says when shop had failed, firstSuccess did not wait for the rest
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const { signal } = new AbortController()
  return Promise.race(jobs.map((job) => job(signal)))
}
