type Job<T> = (signal: AbortSignal) => Promise<T>

/** The closing hangs on the promise of main, and lets its outcome through. */
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push((async () => job(evening.signal))().catch(() => undefined))
  }

  return main(spawn).finally(async () => {
    evening.abort()
    await Promise.all(running)
  })
}
