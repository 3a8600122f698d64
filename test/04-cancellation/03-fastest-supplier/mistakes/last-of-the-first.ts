/**
 * @belief The variable holds the value of the first, since any is over when that has come.
 * @says what the first of them has brought
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const desk = new AbortController()
  let value: T | undefined
  try {
    await Promise.any(
      jobs.map(async (job) => {
        value = await job(desk.signal)
      }),
    )
    return value as T
  } finally {
    desk.abort()
  }
}
