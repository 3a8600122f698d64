/**
 * @belief The first who answers is the first who delivers, and the others give up by themselves.
 * @says firstSuccess settled at second 1 while two jobs were still running
 * @says a failure ended the wait, and what was started ran on
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const { signal } = new AbortController()
  return Promise.race(jobs.map((job) => job(signal)))
}
