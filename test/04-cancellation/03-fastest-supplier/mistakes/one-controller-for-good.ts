/**
 * @belief There is one telephone, and so one controller in the file is enough.
 * @says Make the controller in the call, not in the file
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

const losers = new AbortController()

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } finally {
    losers.abort()
  }
}
