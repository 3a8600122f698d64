/**
 * @belief runToClosing waits and closes; what main returns is no affair of its own.
 * @says The caller gets what main returns
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
    await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
  return undefined as T
}
