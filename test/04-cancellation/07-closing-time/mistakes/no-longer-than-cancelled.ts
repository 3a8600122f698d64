/**
 * @belief A job that has been cancelled has ended: the signal says so.
 * @says waits until a cancelled job has put its tools away
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const { signal } = evening
  const running: Promise<unknown>[] = []
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const spawn = (job: Job<void>) => {
    if (signal.aborted) return
    const work = (async () => job(signal))().catch(() => undefined)
    running.push(Promise.race([work, aborted]))
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
