/**
 * @belief Two seconds are enough for everybody to put the tools away.
 * @says evening resolved at second 3 instead of 1
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
    if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}
