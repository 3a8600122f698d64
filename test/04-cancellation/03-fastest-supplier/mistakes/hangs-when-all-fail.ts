/**
 * @belief Who fails is left out, and somebody will succeed in the end.
 * @says rejects with all their errors, but only when all have failed
 * @says firstSuccess never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  return new Promise((resolve) => {
    for (const job of jobs) {
      job(losers.signal).then(
        (value) => {
          resolve(value)
          losers.abort()
        },
        () => undefined,
      )
    }
  })
}
