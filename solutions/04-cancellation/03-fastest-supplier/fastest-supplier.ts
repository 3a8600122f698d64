/** Work that can be called off by its signal. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Starts all jobs together, resolves to the value of the first that
 * succeeds, and calls the others off. When all have failed, it rejects with
 * an AggregateError of their errors, in the order of the jobs.
 */
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } finally {
    // `any` stops listening; to stop working, the others need a word.
    losers.abort()
  }
}
