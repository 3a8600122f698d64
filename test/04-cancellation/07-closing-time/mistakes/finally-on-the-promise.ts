/**
 * @belief finally on the promise of main sees everything that can go wrong in main.
 * @says main throws at once: the oven has to be cancelled all the same
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

  return main(spawn).finally(async () => {
    evening.abort()
    await Promise.all(running)
  })
}
