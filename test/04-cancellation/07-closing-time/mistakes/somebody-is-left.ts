/**
 * @belief Something is always left at closing time, so one may begin by waiting.
 * @says ends with main when nothing was spawned evening never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running = new Set<Promise<void>>()
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    const work: Promise<void> = job(evening.signal)
      .catch(() => undefined)
      .finally(() => running.delete(work))
    running.add(work)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    do {
      await Promise.race(running)
    } while (running.size > 0)
  }
}
