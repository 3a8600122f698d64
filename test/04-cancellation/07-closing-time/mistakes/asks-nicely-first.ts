/**
 * @belief Most jobs end of their own accord, if they are given a moment.
 * @says that is when everything is cancelled
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
    if (running.size > 0) {
      let timer: NodeJS.Timeout | undefined
      await Promise.race([
        Promise.all(running),
        new Promise((r) => {
          timer = setTimeout(r, 300)
        }),
      ])
      clearTimeout(timer)
    }
    evening.abort()
    while (running.size > 0) await Promise.all(running)
  }
}
