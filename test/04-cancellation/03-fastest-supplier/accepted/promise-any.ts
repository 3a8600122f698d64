type Job<T> = (signal: AbortSignal) => Promise<T>

/** Promise.any, and an abort when it has settled. */
export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const others = new AbortController()
  return Promise.any(jobs.map((job) => job(others.signal))).finally(() => others.abort())
}
