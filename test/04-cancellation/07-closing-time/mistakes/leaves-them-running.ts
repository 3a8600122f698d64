/**
 * @belief When main has ended the program is over, and what is left goes with it.
 * @says What is left would keep Node open
 * @says evening ended at second 1 while one job was still running
 * @says nobody stopped music
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

  return main(spawn)
}
