/**
 * @belief Promise.all in the finally waits for the leftovers.
 * @says To be cancelled is no failure
 * @says evening rejected where it should have resolved
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    const work = (async () => job(evening.signal))()
    work.catch(() => undefined)
    running.push(work)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
