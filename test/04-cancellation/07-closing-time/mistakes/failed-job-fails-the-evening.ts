/**
 * @belief A job that fails is a failure of the whole evening, so it is told when main has nothing to tell.
 * @says main has ended well, and so does the evening
 * @says it rejected with Error: a broken plate, where it should have resolved to 'a good evening'
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const { signal } = evening
  const running: Promise<void>[] = []
  const failures: unknown[] = []
  const spawn = (job: Job<void>) => {
    if (signal.aborted) return
    const work = (async () => job(signal))().catch((error: unknown) => {
      if (error !== signal.reason) failures.push(error)
    })
    running.push(work)
  }
  try {
    const value = await main(spawn)
    evening.abort()
    await Promise.all(running)
    if (failures.length > 0) throw failures[0]
    return value
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
