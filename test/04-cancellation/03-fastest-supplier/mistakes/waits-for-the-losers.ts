/**
 * @belief Nobody may leave before the last one who was called off has gone.
 * @says firstSuccess ended only when farm was over
 * @says firstSuccess resolved at second 5 instead of 3
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const asked = jobs.map((job) => job(losers.signal))
  try {
    return await Promise.any(asked)
  } finally {
    losers.abort()
    await Promise.allSettled(asked)
  }
}
