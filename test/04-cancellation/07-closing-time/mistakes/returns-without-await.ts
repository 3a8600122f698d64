/**
 * @belief In a try, return main() and return await main() are the same.
 * @says music was aborted at second 0 instead of 1
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
