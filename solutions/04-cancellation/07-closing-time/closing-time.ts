/** Work that can be cancelled: when its signal is aborted, it ends. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Runs main to its end. What it has spawned and is still running then is
 * cancelled; when all of that has ended, it settles as main did.
 */
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const { signal } = evening
  const running = new Set<Promise<void>>()

  const spawn = (job: Job<void>): void => {
    if (signal.aborted) return
    // Async, so that a job which throws at once does not hit main.
    const work = (async () => job(signal))()
    running.add(work)
    // Both ways of ending are alike here: the evening is judged by main.
    const leave = () => running.delete(work)
    work.then(leave, leave)
  }

  try {
    // Not without await: finally would not wait for main, but close at once.
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.allSettled(running)
  }
}
