/**
 * @belief Who has not answered within ten seconds will not answer at all.
 * @says nobody has set a limit
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const timer = setTimeout(() => losers.abort(), 10_000)
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } finally {
    clearTimeout(timer)
    losers.abort()
  }
}
