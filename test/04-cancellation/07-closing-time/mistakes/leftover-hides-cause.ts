/**
 * @belief Promise.all in the finally waits for the leftovers, and passes their errors on as well.
 * @says main has failed first, and that is the cause which the caller has to hear
 * @says the oven door is stuck
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const { signal } = evening
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (signal.aborted) return
    const work = (async () => job(signal))().catch((error: unknown) => {
      // Who was cancelled is not to blame.
      if (error !== signal.reason) throw error
    })
    work.catch(() => undefined)
    running.push(work)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
