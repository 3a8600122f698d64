/**
 * @belief In a try, return main() and return await main() are the same.
 * @says The music is cancelled when main has ended, at second 1, and not before
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
    return main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
