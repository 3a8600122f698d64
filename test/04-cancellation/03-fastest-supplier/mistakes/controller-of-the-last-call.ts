/**
 * @belief A new controller for every call is enough, wherever it is kept.
 * @says Make the controller in the call, not in the file
 * @says farm resolved at second 9 instead of 5
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

let losers: AbortController

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  losers = new AbortController()
  try {
    return await Promise.any(jobs.map((job) => job(losers.signal)))
  } finally {
    losers.abort()
  }
}
