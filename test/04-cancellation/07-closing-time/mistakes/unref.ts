/**
 * @belief A timer that does not hold Node open is the better one to wait with.
 * @says Node does not wait for
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  let running = 0
  const leave = () => {
    running -= 1
  }
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running += 1
    job(evening.signal).then(leave, leave)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    while (running > 0) {
      await new Promise((resolve) => setTimeout(resolve, 100).unref())
    }
  }
}
