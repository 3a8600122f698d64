/**
 * @belief The buyer gets a list of their own, so a copy is as good as what was brought.
 * @says firstSuccess resolves to the very value of the job
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return structuredClone(await Promise.any(jobs.map((job) => job(losers.signal))))
  } finally {
    losers.abort()
  }
}
