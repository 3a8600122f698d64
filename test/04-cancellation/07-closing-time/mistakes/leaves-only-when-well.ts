/**
 * @belief Whoever ends passes through then.
 * @says waits until a cancelled job has put its tools away evening never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const evening = new AbortController()
  let running = 0
  let lastOneLeft = () => {}
  const leave = () => {
    running -= 1
    if (running === 0) lastOneLeft()
  }
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) return
    running += 1
    job(evening.signal)
      .then(leave)
      .catch(() => undefined)
  }
  try {
    return await main(spawn)
  } finally {
    evening.abort()
    await new Promise<void>((resolve) => {
      lastOneLeft = resolve
      if (running === 0) resolve()
    })
  }
}
