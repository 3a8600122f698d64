/**
 * @belief What comes after closing time has nothing to do with the signal of the evening.
 * @says do not let it be drunk to the end
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running = new Set<Promise<void>>()
  const spawn = (job: Job<void>) => {
    const signal = evening.signal.aborted ? new AbortController().signal : evening.signal
    const kept = job(signal)
      .catch(() => {})
      .finally(() => running.delete(kept))
    running.add(kept)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    while (running.size > 0) await Promise.all(running)
  }
}
