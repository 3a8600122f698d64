/**
 * @belief When main fails, nobody needs to close: the error ends everything.
 * @says cancels what is still running when main fails, too
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

  const value = await main(spawn)
  evening.abort()
  await Promise.all(running)
  return value
}
