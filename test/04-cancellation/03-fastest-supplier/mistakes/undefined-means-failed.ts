/**
 * @belief Who has brought nothing has failed.
 * @says Who resolves has succeeded, whatever the value: a price of 0 is a price
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(
      jobs.map(async (job) => {
        const value = await job(losers.signal)
        if (!value) throw new Error('nothing was delivered')
        return value
      }),
    )
  } finally {
    losers.abort()
  }
}
