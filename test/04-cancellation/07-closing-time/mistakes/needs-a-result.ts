/**
 * @belief If main went well, there is a result.
 * @says main resolves to undefined, and so does runToClosing
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
  let value: T | undefined
  let problem: unknown
  try {
    value = await main(spawn)
  } catch (error) {
    problem = error
  }
  evening.abort()
  await Promise.all(running)
  if (value === undefined) throw problem
  return value
}
