/**
 * @belief The losers may be told some time later, once the answer has been passed on.
 * @says A timer of 0.1 seconds, set at second 3, was still running when the call had ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } finally {
    setTimeout(() => losers.abort(), 100)
  }
}
