/**
 * @belief After abort() the jobs are over.
 * @says waits until a cancelled job has put its tools away
 * @says evening ended at second 1 while one job was still running
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push((async () => job(evening.signal))().catch(() => undefined))
  }

  try {
    return await main(spawn)
  } finally {
    evening.abort()
  }
}
