/**
 * @belief An error is of more use when it says where it came from.
 * @says The caller has to hear why main failed
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running.push(job(evening.signal).catch(() => undefined))
  }
  try {
    return await main(spawn)
  } catch (cause) {
    throw new Error('main has failed', { cause })
  } finally {
    evening.abort()
    await Promise.all(running)
  }
}
