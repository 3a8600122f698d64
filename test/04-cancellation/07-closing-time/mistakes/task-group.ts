/**
 * @belief A job that fails ends the evening, as in a task group.
 * @says main has ended well, and so does the evening
 * @says it rejected with Error: a broken plate, where it should have resolved to 'a good evening'
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  const running: Promise<void>[] = []
  let fail: (error: unknown) => void
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => undefined)
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    const work = (async () => job(evening.signal))()
    work.catch((error: unknown) => fail(error))
    running.push(work)
  }
  try {
    return await Promise.race([main(spawn), failed])
  } finally {
    evening.abort()
    await Promise.allSettled(running)
  }
}
