/**
 * @belief Whoever has not ended five seconds after closing time never will.
 * @says The oven is cancelled at second 1 and needs ten minutes to cool down
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
  } finally {
    evening.abort()
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, 5_000)
    })
    await Promise.race([Promise.all(running), patience])
    clearTimeout(timer)
  }
}
