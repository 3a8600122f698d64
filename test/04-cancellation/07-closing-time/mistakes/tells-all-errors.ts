/**
 * @belief Whatever went wrong in the evening belongs into one AggregateError.
 * @says main has failed first, and that is the cause which the caller has to hear
 * @says AggregateError
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  const failures: unknown[] = []
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    const work = job(evening.signal).catch((error: unknown) => {
      if (error !== evening.signal.reason) failures.push(error)
    })
    running.push(work)
  }
  const [outcome] = await Promise.allSettled([main(spawn)])
  evening.abort()
  await Promise.all(running)
  if (outcome.status === 'fulfilled') return outcome.value
  if (failures.length === 0) throw outcome.reason
  throw new AggregateError([outcome.reason, ...failures])
}
