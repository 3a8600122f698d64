/**
 * @belief It is early enough to look at the jobs when main has ended.
 * @says A promise was rejected and nobody was listening: Error: a broken plate
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push((async () => job(evening.signal))())
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.allSettled(running)
  }
}
