type Job<T> = (signal: AbortSignal) => Promise<T>

/** A signal for each job; whoever comes late is cancelled and waited for like the others. */
export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const running = new Map<AbortController, Promise<unknown>>()

  const spawn = (job: Job<void>) => {
    const controller = new AbortController()
    const work = new Promise<void>((resolve) => resolve(job(controller.signal)))
    const end = work.catch(() => undefined).finally(() => running.delete(controller))
    running.set(controller, end)
  }

  try {
    const value = await main(spawn)
    return value
  } finally {
    while (running.size > 0) {
      for (const controller of running.keys()) controller.abort('closing time')
      await Promise.all(running.values())
    }
  }
}
