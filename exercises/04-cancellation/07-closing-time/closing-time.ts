/** Work that can be cancelled: when its signal is aborted, it ends. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Runs main to its end. What it has spawned and is still running then is
 * cancelled; when all of that has ended, it settles as main did.
 */
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  // TODO: main goes home, and what it has spawned runs on. Close properly.
  // Delete this comment when you begin.
  const evening = new AbortController()
  return main((job) => {
    job(evening.signal)
  })
}
