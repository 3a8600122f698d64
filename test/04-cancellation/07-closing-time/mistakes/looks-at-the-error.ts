/**
 * @belief If main has failed, the variable that holds its error is not empty.
 * @says main rejects with undefined, and so does runToClosing
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
  if (problem) throw problem
  return value as T
}
