/**
 * @belief A job that was cancelled has been dealt with, and its rejection needs no handler.
 * @says A promise was rejected and nobody was listening: AbortError
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running = new Set<Promise<void>>()
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    const work = (async () => job(evening.signal))().finally(() => running.delete(work))
    running.add(work)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
