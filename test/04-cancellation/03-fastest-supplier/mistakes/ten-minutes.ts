/**
 * @belief Who has not answered within ten minutes will not answer any more.
 * @says nobody has set a limit
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const desk = new AbortController()
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      Promise.any(jobs.map((job) => job(desk.signal))),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new AggregateError([])), 600_000)
      }),
    ])
  } finally {
    desk.abort()
    clearTimeout(timer)
  }
}
