/**
 * @belief Leftovers are cancelled one after the other, so that none is forgotten.
 * @says lets them put their tools away together
 * @says cancels all at once
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function runToClosing<T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> {
  const leftovers: { controller: AbortController; work: Promise<void> }[] = []
  let closed = false
  const spawn = (job: Job<void>) => {
    if (closed) return
    const controller = new AbortController()
    const work = (async () => job(controller.signal))().catch(() => undefined)
    leftovers.push({ controller, work })
  }
  try {
    return await main(spawn)
  } finally {
    closed = true
    for (const { controller, work } of leftovers) {
      controller.abort()
      await work
    }
  }
}
