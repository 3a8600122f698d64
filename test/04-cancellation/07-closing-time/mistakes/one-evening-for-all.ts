/**
 * @belief There is one closing time, so one signal in the file will do.
 * @says Each call has a signal of its own, and a list of its own
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

const evening = new AbortController()

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push(job(evening.signal).catch(() => undefined))
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
