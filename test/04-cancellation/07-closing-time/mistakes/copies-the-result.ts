/**
 * @belief What is handed out at the door should be a copy.
 * @says passes the very result of main on
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push(job(evening.signal).catch(() => undefined))
  }
  try {
    return structuredClone(await main(spawn))
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
