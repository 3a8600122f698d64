/**
 * @belief At closing time an error of main can no longer be helped.
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
    running.push((async () => job(evening.signal))().catch(() => undefined))
  }

  let value: T
  try {
    value = await main(spawn)
  } catch {
    // Nobody is left who could do something about it.
  }
  evening.abort()
  await Promise.all(running)
  return value!
}
