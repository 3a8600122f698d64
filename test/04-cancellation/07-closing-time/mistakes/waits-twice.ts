/**
 * @belief Jobs are spawned by main, and sometimes by a job: to wait twice is enough.
 * @says nothing may be running when the evening has ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running = new Set<Promise<void>>()
  const spawn = (job: Job<void>) => {
    const kept = job(evening.signal)
      .catch(() => {})
      .finally(() => running.delete(kept))
    running.add(kept)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all([...running])
    await Promise.all([...running])
  }
}
