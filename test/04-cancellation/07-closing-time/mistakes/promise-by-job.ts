/**
 * @belief A Map from each job to its promise holds everybody who is still there.
 * @says starts a job as often as it is spawned, and waits for each
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running = new Map<Job<void>, Promise<void>>()
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.set(
      job,
      job(evening.signal).catch(() => undefined),
    )
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running.values())
  }
}
