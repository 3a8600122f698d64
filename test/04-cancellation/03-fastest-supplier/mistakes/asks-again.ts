/**
 * @belief Who has none may be asked once more before one gives up.
 * @says shop ran at second 1, once too often
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal).catch(() => job(losers.signal))))
  } finally {
    losers.abort()
  }
}
