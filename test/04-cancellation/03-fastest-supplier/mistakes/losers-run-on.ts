/**
 * @belief Promise.any stops those who have lost.
 * @says farm resolved at second 9 instead of 3
 * @says nobody stopped farm
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const { signal } = new AbortController()
  return Promise.any(jobs.map((job) => job(signal)))
}
